import {NotYet} from '../answer/not-yet.tsx';
import {useTogether} from '../measures/use-measure.ts';
import {useView} from '../state/view.ts';
import {Bundle} from '../together/bundle.tsx';
import {LevelsTable} from '../together/levels-table.tsx';
import {SitesTogether} from '../together/sites-together.tsx';

/** Which services share a building, how closely they work together, and what that saves people who use several. */
export function TogetherPanel() {
  const question = useView((view) => view.question);
  const standing = useTogether();
  if (!question)
    return <p className="quiet">Bring sites and put services at them first: then see which stand together.</p>;
  const {is, answer, current} = standing;
  return (
    <div className="measures">
      <p className="small">
        Sharing an address is not integration: how closely services work together is what you state at each site.
      </p>
      <NotYet standing={standing} />
      {is === 'nothing' && <p className="quiet">Looking which services share a site…</p>}
      {answer && is !== 'trouble' && (
        <div className="measure-result" data-current={current} aria-busy={!current}>
          <LevelsTable of={answer} />
          <Bundle of={answer} />
          <SitesTogether of={answer} />
        </div>
      )}
    </div>
  );
}
