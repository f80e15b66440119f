import {spawnSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {inAFolder} from './in-a-folder.ts';

const {folder} = inAFolder();

/** A small disk of our own needs Linux and a name space to mount it in. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

test.skipIf(!canMount)(
  'on a full disk and on a read-only one (needs Linux’s unshare) nothing is lost or half-done, and it is said',
  () => {
    const home = folder();
    const [small, roomy] = [join(home, 'small'), join(home, 'roomy')];
    mkdirSync(small);
    mkdirSync(roomy);
    const script = `mount -t tmpfs -o size=1m tmpfs "$1" && exec "$0" "$3" "$1" "$2"`;
    const child = join(import.meta.dirname, 'full-disk-child.ts');
    const {stdout, stderr} = spawnSync('unshare', ['-rm', 'sh', '-c', script, process.execPath, small, roomy, child], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const noRoom = 'there is no room left on that disk. Free some space, or choose another place.';
    const notKept =
      'Nothing was changed, because Closer can’t write its working copy: there is no room left on that disk. Put that right and try again.';
    expect(JSON.parse(stdout)).toEqual({
      afterSaving: {
        sentence: `Closer can’t save “town.gpkg”: ${noRoom}`,
        same: true,
        beside: ['.town.gpkg.closer-open', 'town.gpkg'],
        unsaved: true,
      },
      elsewhere: false,
      opening: `Closer can’t open “elsewhere.gpkg”: ${noRoom}`,
      openingLeft: [],
      importing: notKept,
      nothing: true,
      editing: notKept,
      whole: true,
      readOnly: 'Closer can’t save “shelf.gpkg”: that place is read-only. Choose another place.',
    });
  },
);
