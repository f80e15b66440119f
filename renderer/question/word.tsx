import {Check} from 'lucide-react';
import type {ReactNode} from 'react';
import {Button, Header, type Key, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text} from 'react-aria-components';

export interface WordChoice {
  id: string;
  label: string;
  note?: string;
}

export interface WordSection {
  title: string;
  choices: readonly WordChoice[];
}

interface Parts {
  /** What the word stands for, for a screen reader. */
  name: string;
  text: string;
  chosen: string;
  sections: readonly WordSection[];
  onChoose: (id: string) => void;
  children?: ReactNode;
}

/** A word of the question that is a control: underlined, and open to change. */
export function Word({name, text, chosen, sections, onChoose}: Parts) {
  return (
    <MenuTrigger>
      <Button className="word" aria-label={`${name}: ${text}`}>
        {text}
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu
          className={isShort(sections) ? 'menu word-menu word-menu-lines' : 'menu word-menu'}
          aria-label={name}
          selectionMode="single"
          selectedKeys={[chosen]}
          onAction={(key: Key) => onChoose(String(key))}
        >
          {sections.map(({title, choices}) => (
            <MenuSection key={title}>
              {title !== '' && <Header>{title}</Header>}
              {choices.map(({id, label, note}) => (
                <MenuItem key={id} id={id} textValue={label}>
                  <Text slot="label">{label}</Text>
                  {note && <Text slot="description">{note}</Text>}
                  <Check className="menu-check" size={14} aria-hidden="true" />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Notes of a word or two stand beside their choice, sentences below it. */
function isShort(sections: readonly WordSection[]): boolean {
  return sections.every(({choices}) => choices.every(({note}) => (note ?? '').length < 20));
}
