import {FilePlus2, FolderOpen, Map as MapIcon, Moon, Package, Sun} from 'lucide-react';
import {runAction} from '../actions/all.ts';
import {newFromPack, newProject, openProject, openSample, reopenProject} from '../actions/project.ts';
import {Mark} from '../bar/mark.tsx';
import {ThinProgress} from '../bar/thin-progress.tsx';
import type {ProjectState} from '../contract.ts';
import {IconButton} from '../parts/button.tsx';
import {useShownTheme} from '../theme.ts';
import {dateText} from '../words/numbers.ts';
import {OpeningPicture} from './opening-picture.tsx';

/** The view with no project open: the sample, a new one, one from a file, or one of before. */
export function Opening({state}: {state: ProjectState}) {
  const theme = useShownTheme();
  return (
    <main className="opening">
      <ThinProgress />
      <div className="opening-theme">
        <IconButton name={theme === 'dark' ? 'Light' : 'Dark'} onPress={() => runAction('view.theme')} placement="left">
          {theme === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
        </IconButton>
      </div>
      <div className="opening-text">
        <p className="opening-brand">
          <Mark size={28} /> Closer
        </p>
        <h1>Which buildings should hold which services, so that people who are worst served travel least?</h1>
        <p className="quiet opening-lead">
          Closer answers from published evidence: who reaches a service in time, who does not, and what one more site
          would save. Nothing leaves this computer.
        </p>
        <div className="opening-ways">
          <Way
            icon={<MapIcon size={18} />}
            title="Open the sample town"
            note="An invented town with a question to answer in a minute"
            strong
            onPress={openSample}
          />
          <Way
            icon={<FilePlus2 size={18} />}
            title="New project"
            note="Start a place, then bring its evidence"
            onPress={newProject}
          />
          <Way
            icon={<Package size={18} />}
            title="Start from a pack"
            note="Evidence that a colleague prepared for your region"
            onPress={newFromPack}
          />
          <Way
            icon={<FolderOpen size={18} />}
            title="Open a project"
            note="A .gpkg file that Closer saved"
            onPress={openProject}
          />
        </div>
        {state.leftOver.length > 0 && (
          <section aria-label="Left over">
            <h2>Left over from a session that did not end well</h2>
            <Files files={state.leftOver} verb="Recover" />
          </section>
        )}
        {state.recent.length > 0 && (
          <section aria-label="Recent">
            <h2>Recent</h2>
            <Files files={state.recent} verb="Open" />
          </section>
        )}
        <p className="quiet small opening-version">
          Closer {state.version} · no patient data, no live services, not a business case
        </p>
      </div>
      <OpeningPicture />
    </main>
  );
}

function Way({
  icon,
  title,
  note,
  strong = false,
  onPress,
}: {
  icon: React.ReactNode;
  title: string;
  note: string;
  strong?: boolean;
  onPress: () => Promise<void>;
}) {
  return (
    <button type="button" className={strong ? 'way way-strong' : 'way'} onClick={() => void onPress()}>
      {icon}
      <span>
        <strong>{title}</strong>
        <span className="way-note">{note}</span>
      </span>
    </button>
  );
}

function Files({files, verb}: {files: ProjectState['recent']; verb: string}) {
  return (
    <ul className="opening-files">
      {files.slice(0, 6).map(({token, name, at}) => (
        <li key={token}>
          <button type="button" className="opening-file" onClick={() => void reopenProject(token, name)}>
            <span className="visually-hidden">{verb} </span>
            <span>{name}</span>
            <span className="quiet small number">{dateText(at)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
