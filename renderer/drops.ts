import {dropEvidence} from './actions/evidence.ts';
import {isOpen} from './actions/project.ts';
import {notify} from './state/work.ts';

/** Files dropped anywhere on the window are evidence to be looked at. */
export function listenToDrops(): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    document.documentElement.dataset.dropping = 'true';
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) delete document.documentElement.dataset.dropping;
  });
  window.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    delete document.documentElement.dataset.dropping;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (isOpen()) void dropEvidence(files);
    else notify('trouble', 'Start or open a project first, then drop the files again.');
  });
}
