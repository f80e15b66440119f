import {Search} from 'lucide-react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  type Key,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components';
import {type Action, keysText} from '../actions/action.ts';
import {ACTIONS} from '../actions/all.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {mirror} from '../state/plan.ts';
import {changeQuestion, select, showPalette, showPanel, useView} from '../state/view.ts';

interface Entry {
  id: string;
  label: string;
  keys?: string | undefined;
  run: () => void;
}

/** Every command, site and service by typing a part of its name. */
export function Palette() {
  const open = useView((view) => view.paletteOpen);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const {contains} = useFilter({sensitivity: 'base'});
  const groups = entries();
  const byId = new Map(groups.flatMap(({list}) => list.map((entry) => [entry.id, entry] as const)));
  return (
    <ModalOverlay isOpen isDismissable className="veil veil-top" onOpenChange={showPalette}>
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label="Find a command">
          <Autocomplete filter={contains}>
            <SearchField className="palette-field" aria-label="Find a command, a site or a service" autoFocus>
              <Search size={16} aria-hidden="true" />
              <Input placeholder="Find a command, a site or a service" />
            </SearchField>
            <ScrollBox label="Found">
              <Menu
                className="menu palette-menu"
                aria-label="Commands"
                renderEmptyState={() => <p className="quiet list-empty">Nothing of that name.</p>}
                onAction={(id: Key) => {
                  showPalette(false);
                  byId.get(String(id))?.run();
                }}
              >
                {groups.map(({title, list}) => (
                  <MenuSection key={title}>
                    <Header>{title}</Header>
                    {list.map(({id, label, keys}) => (
                      <MenuItem key={id} id={id} textValue={label}>
                        <Text slot="label">
                          {label} {keys && <kbd>{keysText(keys)}</kbd>}
                        </Text>
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
              </Menu>
            </ScrollBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const ORDER: readonly Action['group'][] = ['Sites', 'Evidence', 'Edit', 'Go to', 'Look', 'Project'];

function entries(): {title: string; list: Entry[]}[] {
  const {plan} = mirror();
  const commands = ORDER.map((title) => ({
    title: title as string,
    list: ACTIONS.filter(
      ({group, name, when}) => group === title && name !== 'view.palette' && name !== 'history.redo-again' && when(),
    ).map(({name, label, keys, run}): Entry => ({id: name, label: label(), keys, run: () => void run()})),
  }));
  const services = [...plan.service.values()].map(
    ({id, name}): Entry => ({
      id: `service ${id}`,
      label: `Ask about ${name.toLowerCase()}`,
      run: () => changeQuestion({service: id}),
    }),
  );
  const sites = [...plan.site.values()].map(
    ({id, name}): Entry => ({
      id: `site ${id}`,
      label: name,
      run: () => {
        select({kind: 'site', id});
        showPanel('sites');
      },
    }),
  );
  return [...commands, {title: 'Questions', list: services}, {title: 'Sites of the plan', list: sites}].filter(
    ({list}) => list.length > 0,
  );
}
