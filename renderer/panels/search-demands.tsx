import {NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import type {SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {PriorityChooser} from './priority-chooser.tsx';
import {SiteChooser} from './site-chooser.tsx';

const share = (value: number | null) => (value === null ? Number.NaN : value * 100);
const shareIn = (value: number) => (Number.isNaN(value) || value <= 0 ? null : Math.min(1, value / 100));
const amountIn = (value: number) => (Number.isNaN(value) ? null : value);

/** How many demands are made besides what is best and how many. */
export function demandsMade(wish: SearchWish): number {
  const {mustBeOpen, mustNotBeUsed, priority, floorAll, floorDeprived, budget, among} = wish;
  const lists = [mustBeOpen, mustNotBeUsed, priority].filter((each) => each.length > 0).length;
  const numbers = [floorAll, floorDeprived, budget].filter((each) => each !== null).length;
  return lists + numbers + (among === 'candidates' ? 1 : 0);
}

/** What else a planner may demand: leases kept, plots ruled out, floors, money, and where people matter more. */
export function SearchDemands({wish, within}: {wish: SearchWish; within: number}) {
  return (
    <div className="search-demands">
      <SiteChooser label="Must be open" chosen={wish.mustBeOpen} onChoose={(mustBeOpen) => wishFor({mustBeOpen})} />
      <SiteChooser
        label="Must not be used"
        chosen={wish.mustNotBeUsed}
        onChoose={(mustNotBeUsed) => wishFor({mustNotBeUsed})}
      />
      {wish.goal !== 'close' && (
        <Segments
          label="Choose from"
          choices={[
            {name: 'all', title: 'Every site'},
            {name: 'candidates', title: 'Not those that offer it'},
          ]}
          chosen={wish.among}
          onChoose={(among) => wishFor({among})}
        />
      )}
      <PriorityChooser chosen={wish.priority} onChoose={(priority) => wishFor({priority})} />
      <div className="pair">
        <NumberBox
          label="Residents, at least"
          unit="%"
          value={share(wish.floorAll)}
          minValue={0}
          maxValue={100}
          onChange={(value) => wishFor({floorAll: shareIn(value)})}
        />
        <NumberBox
          label="Most deprived, at least"
          unit="%"
          value={share(wish.floorDeprived)}
          minValue={0}
          maxValue={100}
          onChange={(value) => wishFor({floorDeprived: shareIn(value)})}
        />
      </div>
      <p className="quiet small">within {within} minutes; 0 is no floor.</p>
      <div className="pair">
        <NumberBox
          label="Budget"
          unit="£"
          value={wish.budget ?? Number.NaN}
          minValue={0}
          onChange={(value) => wishFor({budget: amountIn(value)})}
        />
        <NumberBox
          label="A site costs"
          unit="£"
          value={wish.siteCost ?? Number.NaN}
          minValue={0}
          onChange={(value) => wishFor({siteCost: amountIn(value)})}
        />
      </div>
      <p className="quiet small">
        A site’s own cost of opening goes before; those that offer the service now cost nothing.
      </p>
    </div>
  );
}
