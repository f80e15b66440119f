import './trusted.ts';
import './styles/all.css';
import {StrictMode} from 'react';
import {createRoot} from 'react-dom/client';
import {listenToKeys, runAction} from './actions/all.ts';
import {readBasemap} from './actions/basemap.ts';
import {showTrouble} from './attempt.ts';
import {listen} from './bridge.ts';
import {listenToDrops} from './drops.ts';
import {Shell} from './shell.tsx';
import {followEngine} from './state/plan.ts';
import {startOver} from './state/view.ts';
import {notify, setMeasuring} from './state/work.ts';

listen((news) => {
  if (news.news === 'chosen') runAction(news.action);
  else if (news.news === 'progressed' && news.id === 0) setMeasuring(news);
  else if (news.news === 'opened') {
    setMeasuring(null);
    startOver();
  } else if (news.news === 'measured' || news.news === 'closed') setMeasuring(null);
  else if (news.news === 'restarted') {
    setMeasuring(null);
    notify('trouble', 'The planner’s engine stopped and was started again. Everything you had changed is still there.');
  }
});
followEngine(showTrouble);
readBasemap().catch(showTrouble);
listenToKeys();
listenToDrops();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the screen.');

/** The map measures its labels with the font, so the font comes first. */
await document.fonts.load('500 12px Inter');
createRoot(root).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
