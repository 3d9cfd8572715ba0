import { useId, useMemo, useState } from 'react';
import { ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { numberToDay } from '../../../../shared/insights/calendar';
import type { AnsweredPrompt } from '../../../../shared/insights/pictures/answeredPrompts';
import type { DayRange } from '../../../../shared/insights/range';
import { formatDay } from '../../../i18n/formats';
import { message } from '../../../i18n/i18n';
import { Button } from '../../../ui/Button';
import { dateWord } from '../axisWords';
import { PointedPicture } from '../PointedPicture';
import { timeDomain, timeTicks } from '../timeAxis';
import { drawing } from '../drawing';
import { useWidth } from '../useWidth';
import { answersRange, isDense, placeAnswers, strip } from './placeAnswers';
import styles from './PromptStrips.module.css';
import { discsPath } from './shapes';

/** What a prompt asks, by its id. */
export type PromptText = (id: string) => string;

interface PromptStripsProps {
  readonly prompts: readonly AnsweredPrompt[];
  readonly promptText: PromptText;
}

const fewPrompts = 6;

/** Each prompt that was answered, and its entries as dots on a line of time; they are there to be read again. */
export function PromptStrips({ prompts, promptText }: PromptStripsProps) {
  const [shown, setShown] = useState<'few' | 'all'>('few');
  const range = useMemo(() => answersRange(prompts), [prompts]);
  const rows = shown === 'all' ? prompts : prompts.slice(0, fewPrompts);
  return (
    <div className={styles.frame}>
      <ul className={styles.prompts}>
        {rows.map((prompt) => (
          <li key={prompt.promptId} className={styles.prompt}>
            <Strip prompt={prompt} text={promptText(prompt.promptId)} range={range} />
          </li>
        ))}
      </ul>
      <div className={styles.prompt}>
        <span>
          {rows.length < prompts.length && (
            <Button look="quiet" className={styles.more} onClick={() => setShown('all')}>
              {message('insights.card.writing.more', { prompts: prompts.length - rows.length })}
            </Button>
          )}
        </span>
        <TimeLine range={range} />
      </div>
    </div>
  );
}

interface StripProps {
  readonly prompt: AnsweredPrompt;
  readonly text: string;
  readonly range: DayRange;
}

const ends = (range: DayRange) => timeDomain(range).map((time) => ({ x: time, y: 0 }));
const nothing = () => <g />;
const margin = { top: 0, right: strip.inset, bottom: 0, left: strip.inset } as const;

function Strip({ prompt, text, range }: StripProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const id = useId();
  const points = useMemo(() => placeAnswers(prompt, range, width), [prompt, range, width]);
  const data = useMemo(() => ends(range), [range]);
  const last = numberToDay(prompt.entries.at(-1)?.day ?? 0);
  return (
    <>
      <div>
        <p id={`${id}text`} className={styles.text}>
          {text}
        </p>
        <p id={`${id}count`} className={styles.count}>
          {message('insights.card.writing.answers', {
            entries: prompt.entries.length,
            last: formatDay(last, 'date'),
          })}
        </p>
      </div>
      <div ref={frame} className={styles.strip}>
        <PointedPicture
          labelledBy={`${id}text`}
          width={width}
          points={width === 0 ? [] : points}
          find="nearest"
          walk="entries"
        >
          <ScatterChart
            data={data}
            responsive
            {...drawing(`${id}text`, `${id}count`)}
            margin={margin}
            style={{ blockSize: `${strip.height}px`, inlineSize: '100%' }}
          >
            <XAxis type="number" dataKey="x" domain={[...timeDomain(range)]} hide />
            <YAxis type="number" dataKey="y" domain={[-1, 1]} hide />
            <ReferenceLine y={0} className={styles.rail ?? ''} zIndex={-1} />
            {/* The axes want one series; the entries place themselves, in one path. */}
            <Scatter data={data} shape={nothing} isAnimationActive={false} />
            <path
              className={styles.entries}
              d={discsPath(points, isDense(points.length, width) ? 2.25 : 4)}
            />
          </ScatterChart>
        </PointedPicture>
      </div>
    </>
  );
}

const pixelsPerDate = 92;

/** The dates all the lines share. */
function TimeLine({ range }: { readonly range: DayRange }) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const data = useMemo(() => ends(range), [range]);
  const ticks = timeTicks(range, Math.max(2, Math.floor(width / pixelsPerDate)));
  return (
    <div ref={frame} className={styles.strip} aria-hidden>
      <ScatterChart
        data={data}
        responsive
        accessibilityLayer={false}
        tabIndex={-1}
        margin={margin}
        style={{ blockSize: '1.5rem', inlineSize: '100%' }}
      >
        <XAxis
          type="number"
          dataKey="x"
          domain={[...timeDomain(range)]}
          ticks={ticks.map(({ time }) => time)}
          tick={dateWord}
          tickFormatter={(_time: number, index: number) => ticks[index]?.label ?? ''}
          interval={0}
          height={20}
          axisLine={false}
          tickLine={false}
        />
        <YAxis type="number" dataKey="y" domain={[-1, 1]} hide />
        <Scatter data={data} shape={nothing} isAnimationActive={false} />
      </ScatterChart>
    </div>
  );
}
