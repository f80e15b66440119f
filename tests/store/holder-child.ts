import {put} from '../../src/domain/change.ts';
import {newSite} from '../../src/domain/site.ts';
import {record} from '../../src/store/history.ts';
import {createProject} from '../../src/store/project-file.ts';

/** Another Closer: starts a project in the app folder given, changes it, says where it works, and stays until killed. */
const file = createProject(process.argv[2]!, 'Held', '2026-03-04T10:20:30.000Z');
record(file.db, put('Add', 'site', newSite('library', 'Library', [-1, 52], 'existing')), '2026-03-05T10:20:30.000Z');
console.log(file.workingPath);
setInterval(() => {}, 60_000);
