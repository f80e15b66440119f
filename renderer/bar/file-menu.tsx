import {ChevronDown} from 'lucide-react';
import {Button, type Key, Menu, MenuItem, MenuTrigger, Popover, Separator, Text} from 'react-aria-components';
import {keysText} from '../actions/action.ts';
import {actionNamed, runAction} from '../actions/all.ts';
import {useMirror} from '../state/plan.ts';
import {Mark} from './mark.tsx';

const GROUPS = [
  ['project.new', 'project.from-pack', 'project.open', 'project.sample'],
  ['project.save', 'project.save-as', 'project.pack', 'project.rename', 'place.start'],
  ['evidence.import', 'answer.export', 'answer.export-shapes', 'export.areas', 'export.sites'],
  ['project.close', 'view.keys', 'view.about'],
] as const;

/** The open file: its name, whether it is saved, and what can be done with it. */
export function FileMenu() {
  const open = useMirror((mirror) => mirror.state?.open);
  if (!open) return null;
  const saved = open.unsaved ? (open.fileName === null ? 'not saved yet' : 'changes not saved') : 'saved';
  return (
    <MenuTrigger>
      <Button className="file-button" aria-label={`${open.name}, ${saved}. File menu`}>
        <Mark />
        <span className="file-name">{open.name}</span>{' '}
        <span className="file-saved" data-unsaved={open.unsaved}>
          {saved}
        </span>
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu
          className="menu"
          aria-label="File"
          onAction={(key: Key) => runAction(String(key))}
          disabledKeys={GROUPS.flat().filter((name) => !actionNamed(name).when())}
        >
          {GROUPS.flatMap((names, index) => [
            ...(index > 0 ? [<Separator key={`before ${names[0]}`} />] : []),
            ...names.map((name) => {
              const {label, keys} = actionNamed(name);
              return (
                <MenuItem key={name} id={name} textValue={label()}>
                  <Text slot="label">
                    {label()} {keys && <kbd>{keysText(keys)}</kbd>}
                  </Text>
                </MenuItem>
              );
            }),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
