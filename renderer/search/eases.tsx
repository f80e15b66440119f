import type {CallResult} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import type {Searched, SearchWish} from '../state/search-view.ts';
import {floorsIn} from './asked.ts';

type Ease = CallResult<'search.sites'>['reasons']['eases'][number];

/** The same question with one demand given way, as far as the screen can ask it; null where it cannot. */
export function eased({question, wish}: Searched, ease: Ease): Searched | null {
  const wishing = (part: Partial<SearchWish>): Searched => ({question, wish: {...wish, ...part}});
  switch (ease.what) {
    case 'open':
    case 'close':
      return wishing({howMany: ease.value, asFewAsWillDo: wish.goal === 'everyone' ? wish.asFewAsWillDo : false});
    case 'within':
      return {question: {...question, within: ease.value}, wish};
    case 'budget':
      return wishing({budget: ease.value});
    case 'floor': {
      const floor = floorsIn(wish)[ease.floor];
      return floor ? wishing({[floor.key]: ease.share}) : null;
    }
    case 'floor-within':
      return wishing({floorWithin: ease.value});
    case 'group': {
      const {least, most} = ease;
      const limit = least === null ? {most} : {least};
      return wishing({groups: wish.groups.map((each, at) => (at === ease.group ? {...each, ...limit} : each))});
    }
    case 'room':
      return wishing({roomTimes: wish.roomTimes * ease.times});
    case 'free': {
      const {mustBeOpen, mustNotBeUsed} = wish;
      if (![...mustBeOpen, ...mustNotBeUsed].includes(ease.site)) return null;
      const left = (sites: readonly string[]) => sites.filter((id) => id !== ease.site);
      return wishing({mustBeOpen: left(mustBeOpen), mustNotBeUsed: left(mustNotBeUsed)});
    }
  }
}

/** What could give way, each by itself enough: taken up and searched again with one press. */
export function Eases({
  eases,
  asked,
  onTake,
}: {
  eases: readonly Ease[];
  asked: Searched;
  onTake: (next: Searched) => void;
}) {
  const ways = eases.flatMap((ease) => {
    const next = eased(asked, ease);
    return next ? [{title: ease.title, next}] : [];
  });
  if (ways.length === 0) return null;
  return (
    <div className="search-eases">
      <p className="small">One of these is enough:</p>
      {ways.map(({title, next}) => (
        <Button key={title} onPress={() => onTake(next)}>
          {title}
        </Button>
      ))}
    </div>
  );
}
