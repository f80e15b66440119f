import {Search} from 'lucide-react';
import {useState} from 'react';
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
} from 'react-aria-components';
import {keysText} from '../actions/action.ts';
import {ScrollBox} from '../parts/scroll-box.tsx';
import {showPalette, useView} from '../state/view.ts';
import {entriesFor} from './palette-entries.ts';

/** Every command, site and service by typing a part of its name. */
export function Palette() {
  const open = useView((view) => view.paletteOpen);
  return open ? <OpenPalette /> : null;
}

function OpenPalette() {
  const [typed, setTyped] = useState('');
  const groups = entriesFor(typed);
  const byId = new Map(groups.flatMap(({list}) => list.map((entry) => [entry.id, entry] as const)));
  return (
    <ModalOverlay isOpen isDismissable className="veil veil-top" onOpenChange={showPalette}>
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label="Find a command">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
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
