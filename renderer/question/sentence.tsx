import {useMemo} from 'react';
import {inSentence} from '../../src/domain/in-sentence.ts';
import {TIMES_OF_DAY, type Travel, travelOf} from '../../src/domain/mode.ts';
import {AS_NOW} from '../../src/domain/option.ts';
import {sitesOffering} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import type {AskedQuestion} from '../contract.ts';
import {useMirror} from '../state/plan.ts';
import {changeQuestion} from '../state/view.ts';
import {plural} from '../words/numbers.ts';
import {travelPhrase, weightPhrase} from '../words/sentences.ts';
import {CUTOFFS} from './first-question.ts';
import {Word, type WordSection} from './word.tsx';

const WEIGHTS = [0, 0.5, 0.6, 0.8, 1] as const;

const WEIGHT_NOTE: Record<number, string> = {
  0: 'Every resident counts the same',
  0.5: 'A most deprived resident counts twice as much in the ranking',
  0.6: 'Two and a half times, the Green Book’s weight for the poorest fifth',
  0.8: 'Five times as much',
  1: 'Nobody else counts in the ranking',
};

const EVERY_TRAVEL: readonly Travel[] = [
  ...TIMES_OF_DAY.map((time) => travelOf({mode: 'drive', time})),
  travelOf({mode: 'walk'}),
  travelOf({mode: 'walk', stepFree: true}),
  travelOf({mode: 'cycle'}),
];

const TRAVEL_NOTE: Record<string, string> = {
  'by car': 'Free flow: no queues',
  'by car, morning peak': '7 to 10, by your factor among the figures',
  'by car, interpeak': '10 to 16',
  'by car, evening': '16 to 19',
  'on foot, without steps': 'For those who cannot climb: slower, no steps, no stiles',
};

const TRAVELS: readonly WordSection[] = [
  {
    title: '',
    choices: EVERY_TRAVEL.map((travel) => {
      const label = travelPhrase(travel);
      const note = TRAVEL_NOTE[label];
      return {id: travelId(travel), label, ...(note !== undefined && {note})};
    }),
  },
];

function travelId({mode, time, stepFree}: Travel): string {
  return [mode, time, stepFree ? 'step-free' : ''].join(' ');
}

function travelIn(id: string): Travel {
  return EVERY_TRAVEL.find((travel) => travelId(travel) === id) ?? travelOf({mode: 'drive'});
}

/** The question that drives the screen. Change a word, and everything answers. */
export function Sentence({question}: {question: AskedQuestion}) {
  const plan = useMirror((mirror) => mirror.plan);
  const {service, within} = question;
  const option = question.option ?? AS_NOW;
  const against = question.against ?? AS_NOW;
  const weight = question.weight ?? 0;
  const services = useMemo(() => serviceSections(plan, option), [plan, option]);
  const options = [...plan.option.values()].map(({id, name}) => ({
    id,
    label: optionPhrase(plan, id),
    note: id === AS_NOW ? 'Business as usual' : name,
  }));
  const optionSection = (withNotes: boolean): WordSection[] => [
    {
      title: '',
      choices: options.map(({id, label, note}) => (withNotes && id === AS_NOW ? {id, label, note} : {id, label})),
    },
  ];
  return (
    <p className="sentence">
      <span>How well does</span>{' '}
      <Word
        name="Service"
        text={inSentence(plan.service.get(service)?.name ?? service)}
        chosen={service}
        sections={services}
        onChoose={(id) => changeQuestion({service: id})}
      />{' '}
      <span>serve</span>{' '}
      <Word
        name="Who counts"
        text={weightPhrase(weight)}
        chosen={String(weight)}
        sections={[
          {
            title: 'Who counts in the ranking of candidates',
            choices: WEIGHTS.map((each) => ({id: String(each), label: weightPhrase(each), note: WEIGHT_NOTE[each]!})),
          },
        ]}
        onChoose={(id) => changeQuestion({weight: Number(id)})}
      />
      <span>,</span>{' '}
      <Word
        name="Mode of travel"
        text={travelPhrase(question)}
        chosen={travelId(travelOf(question))}
        sections={TRAVELS}
        onChoose={(id) => changeQuestion(travelIn(id))}
      />
      <span>, within</span>{' '}
      <Word
        name="Within"
        text={`${within} minutes`}
        chosen={String(within)}
        sections={[{title: '', choices: CUTOFFS.map((each) => ({id: String(each), label: `${each} minutes`}))}]}
        onChoose={(id) => changeQuestion({within: Number(id)})}
      />
      {option === AS_NOW ? <span>,</span> : <span>, in</span>}{' '}
      <Word
        name="Option"
        text={optionPhrase(plan, option)}
        chosen={option}
        sections={optionSection(true)}
        onChoose={(id) => changeQuestion({option: id})}
      />
      {(option !== AS_NOW || against !== AS_NOW) && (
        <>
          {' '}
          <span>against</span>{' '}
          <Word
            name="Against"
            text={optionPhrase(plan, against)}
            chosen={against}
            sections={optionSection(true)}
            onChoose={(id) => changeQuestion({against: id})}
          />
        </>
      )}
      <span>?</span>
    </p>
  );
}

export function optionPhrase(plan: Plan, id: string): string {
  const name = plan.option.get(id)?.name ?? id;
  return id === AS_NOW ? inSentence(name) : name;
}

/** Services that sites offer stand first: they are what can be asked about now. */
function serviceSections(plan: Plan, option: string): WordSection[] {
  const all = [...plan.service.values()]
    .map(({id, name}) => ({id, label: name, sites: sitesOffering(plan, option, id).length}))
    .sort((a, b) => a.label.localeCompare(b.label));
  const choice = ({id, label, sites}: (typeof all)[number]) => ({
    id,
    label,
    note: sites > 0 ? plural(sites, 'site') : 'no site yet',
  });
  return [
    {title: 'Offered here', choices: all.filter(({sites}) => sites > 0).map(choice)},
    {title: 'Not offered yet', choices: all.filter(({sites}) => sites === 0).map(choice)},
  ].filter(({choices}) => choices.length > 0);
}
