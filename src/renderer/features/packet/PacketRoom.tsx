import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DayRange } from '../../../shared/insights/range';
import type { Covering } from '../../../shared/packet/covering';
import { chooseRecords, createCoverer } from '../../../shared/packet/packetRecords';
import type { Paper } from '../../../shared/packet/paper';
import type { CivilDay } from '../../../shared/time';
import { read, useAppInfo, useToday } from '../../bridge/queries';
import { failureMessage } from '../../i18n/failureMessage';
import { message } from '../../i18n/i18n';
import type { OfferedAnswer, PacketAnswersPart, TakenAnswer } from '../../session/packetAnswers';
import { RoomLayout } from '../../ui/RoomLayout';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { ChoosePart } from './ChoosePart';
import { toPassages, type ShownStretch } from './chosenPassages';
import { CoverPanel } from './CoverPanel';
import { firstChoice, readNames, readRange, type PacketChoice } from './packetChoice';
import { Pages } from './Pages';
import { Summary } from './Summary';
import { TakeAlong } from './TakeAlong';

/** Read once, and let go of with the room: what was chosen and covered is kept nowhere. */
const usePacketRecords = (range: DayRange | null) =>
  useQuery({
    queryKey: ['packet', range?.from ?? null, range?.to ?? null],
    queryFn: () => (range === null ? null : read('packet.read', range)),
    gcTime: 0,
    refetchOnMount: 'always',
  });

/** Pages for somebody one trusts, a therapist perhaps: chosen, covered where one likes, seen, and then taken along. */
export function PacketRoom({ Answers }: { readonly Answers: PacketAnswersPart }) {
  const today = useToday().data?.day;
  const paper = useAppInfo().data?.paper;
  return today === undefined || paper === undefined ? null : (
    <Packet today={today} usual={paper} Answers={Answers} />
  );
}

const noAnswers: readonly TakenAnswer[] = [];

interface PacketProps {
  readonly today: CivilDay;
  /** The paper of this region. */
  readonly usual: Paper;
  readonly Answers: PacketAnswersPart;
}

function Packet({ today, usual, Answers }: PacketProps) {
  const [stage, setStage] = useState<'choose' | 'pages'>('choose');
  const [choice, setChoice] = useState(() => firstChoice(today, message('packet.sheet.title'), usual));
  const [offered, setOffered] = useState<readonly OfferedAnswer[]>([]);
  const [taken, setTaken] = useState<{ readonly of: unknown; readonly answers: readonly TakenAnswer[] }>();
  const flow = useRef<HTMLElement>(null);
  const change = (part: Partial<PacketChoice>): void => setChoice((before) => ({ ...before, ...part }));

  const typedRange = readRange(choice);
  const range = useMemo<DayRange | null>(
    () => typedRange && { from: typedRange.from, to: typedRange.to },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same days are the same range
    [typedRange?.from, typedRange?.to],
  );
  const { data, error } = usePacketRecords(range);
  const covering = useMemo<Covering>(
    () => ({ names: readNames(choice.names), passages: choice.passages }),
    [choice.names, choice.passages],
  );
  const { kinds, tags, leftOut, pictures } = choice;
  const chosen = useMemo(
    () => (data ? chooseRecords(data, { kinds, tags, leftOut, pictures }) : undefined),
    [data, kinds, tags, leftOut, pictures],
  );
  const [coverAgain] = useState(createCoverer);
  const covered = useMemo(
    () => chosen && coverAgain(chosen, covering, choice.pictures),
    [chosen, covering, choice.pictures, coverAgain],
  );

  /** Answers hold no passage of a record: only names change them. */
  const inAnswers = useMemo<Covering>(
    () => ({ names: readNames(choice.names), passages: [] }),
    [choice.names],
  );
  const wanted = useMemo(
    () => ({ range, names: inAnswers, answers: choice.answers }),
    [range, inAnswers, choice.answers],
  );
  const take = useCallback((answers: readonly TakenAnswer[]) => setTaken({ of: wanted, answers }), [wanted]);
  // While they are drawn anew the last ones stay on the screen, and nothing is made of the pages.
  const answers = choice.answers.size > 0 ? (taken?.answers ?? noAnswers) : noAnswers;
  const isDrawn = choice.answers.size === 0 || taken?.of === wanted;

  const cover = (stretches: readonly ShownStretch[]): void => {
    if (chosen === undefined) return;
    change({ passages: [...choice.passages, ...toPassages(stretches, chosen, covering)] });
  };
  const title = choice.title.trim() || message('packet.sheet.title');
  const hasPages = chosen !== undefined && covered !== undefined && range !== null;
  const isShown = stage === 'pages' && hasPages;
  return (
    <RoomLayout
      label={message('packet.heading')}
      heading={message('packet.heading')}
      tools={
        <SegmentedControl
          label={message('packet.stages')}
          options={[
            { value: 'choose', label: message('packet.stage.choose') },
            { value: 'pages', label: message('packet.stage.pages') },
          ]}
          value={stage}
          onChange={setStage}
        />
      }
      margin={
        isShown ? (
          <>
            <CoverPanel records={chosen} choice={choice} onChange={change} />
            <TakeAlong
              title={title}
              paper={choice.paper}
              flow={flow}
              covering={covering}
              state={isDrawn ? 'ready' : 'drawing'}
            />
          </>
        ) : (
          <Summary
            records={chosen}
            answers={choice.answers.size}
            onPages={hasPages ? () => setStage('pages') : null}
          />
        )
      }
    >
      {isShown ? (
        <Pages
          flow={flow}
          paper={choice.paper}
          title={title}
          range={range}
          records={covered}
          covering={covering}
          answers={answers}
          onCover={cover}
        />
      ) : (
        <ChoosePart
          today={today}
          choice={choice}
          records={data ?? undefined}
          offered={offered}
          problem={
            range === null
              ? message('packet.daysUnclear')
              : error === null
                ? ''
                : failureMessage(error.failure)
          }
          onChange={change}
        />
      )}
      {range !== null && (
        <Answers
          range={range}
          wanted={choice.answers}
          covering={inAnswers}
          onOffered={setOffered}
          onTaken={take}
        />
      )}
    </RoomLayout>
  );
}
