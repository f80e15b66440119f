import type {ReactNode} from 'react';
import {Tabs as AriaTabs, type Key, Tab, TabList, TabPanel} from 'react-aria-components';

export interface TabPart {
  name: string;
  title: string;
  content: () => ReactNode;
}

/** One of several views of the same thing. Only the one shown exists. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly TabPart[];
  chosen: string;
  onChoose: (name: string) => void;
}) {
  return (
    <AriaTabs className="tabs" selectedKey={chosen} onSelectionChange={(key: Key) => onChoose(String(key))}>
      <TabList aria-label={label} className="tab-list">
        {tabs.map(({name, title}) => (
          <Tab key={name} id={name} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({name, content}) => (
        <TabPanel key={name} id={name} className="tab-panel">
          {name === chosen && content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
