import {useMemo, useState} from 'react';
import {GridList, GridListItem, Input, type Key, SearchField, type Selection} from 'react-aria-components';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import type {Asking} from '../state/work.ts';
import {plural} from '../words/numbers.ts';

/** Files of the folder that the loopback host was started with; in Electron the system's own dialog is used. */
export function FilesDialog({asking: {title, many, offered, answer}}: {asking: Extract<Asking, {what: 'files'}>}) {
  const [chosen, setChosen] = useState<Selection>(new Set());
  const [filter, setFilter] = useState('');
  const shown = useMemo(
    () => offered.filter(({name}) => name.toLowerCase().includes(filter.trim().toLowerCase())),
    [offered, filter],
  );
  const picked = offered.filter(({grant}) => chosen === 'all' || chosen.has(grant));
  return (
    <Dialog
      title={title}
      wide
      onClose={() => answer([])}
      actions={
        <>
          <Button look="strong" isDisabled={picked.length === 0} onPress={() => answer(picked)}>
            {many && picked.length > 1 ? `Take ${plural(picked.length, 'file')}` : 'Take this file'}
          </Button>
          <Button onPress={() => answer([])}>Cancel</Button>
        </>
      }
    >
      <p className="quiet small">Files in the folder that Closer was started in.</p>
      <SearchField className="search" aria-label="Filter files" value={filter} onChange={setFilter} autoFocus>
        <Input placeholder={`Filter ${plural(offered.length, 'file')}`} />
      </SearchField>
      <GridList
        className="list file-list"
        aria-label="Files"
        selectionMode={many ? 'multiple' : 'single'}
        selectionBehavior={many ? 'toggle' : 'replace'}
        selectedKeys={chosen}
        onSelectionChange={setChosen}
        {...(many ? {} : {onAction: (grant: Key) => answer(offered.filter((each) => each.grant === grant))})}
        renderEmptyState={() => (
          <p className="quiet list-empty">
            {offered.length === 0 ? 'No file of this kind is in the folder.' : 'No file has this in its name.'}
          </p>
        )}
      >
        {shown.map(({grant, name}) => (
          <GridListItem key={grant} id={grant} textValue={name} className="list-row">
            <span className="check-box" aria-hidden="true" />
            <span className="list-name">{name}</span>
          </GridListItem>
        ))}
      </GridList>
    </Dialog>
  );
}
