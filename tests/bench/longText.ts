import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSeededRandom, type SeededRandom } from '../../src/main/sample/seededRandom';

/** What an English text is mostly made of, most frequent first. */
const frequent =
  `the and to of a I in was it my that for on with me at but had as so this be not have we is from all out up by she he you
  there they when were what about day time one like if just some her then no or an more after been back would down over
  today now could morning run felt home still long went again way well see only little got good before walk their our
  said never which think will how know too where feel made even two last night other go always`.split(/\s+/u);

/** Written with letters beyond the alphabet's 26: what folding is for. */
const accented =
  `café naïve Zoë Sørlandet Øyvind Łukasz Straße mañana piñata déjà façade crêpes garçon jalapeño smörgåsbord Köln Århus
  fjäll Čapek Đorđe señora São Málaga Gdańsk Győr encyclopædia œuvre Þórr İzmir`.split(/\s+/u);

const signs = {
  chinese:
    `今天早上 我去公园 跑了五公里 天气很好 心情平静 在河边走 遇见老朋友 慢慢地呼吸 昨晚睡得不好 下雨以后 膝盖有点疼 回家喝茶
    一个人 想起小时候 夏天的风 看书 听音乐 不着急 明天再说 山上的雪`.split(/\s+/u),
  japanese:
    `今朝は 公園を 走りました 空が青い 静かな 川沿いを 歩いて 友達に会った ゆっくり 呼吸する 昨日の夜は 眠れなかった 雨のあと 膝が少し痛い
    家でお茶を 飲んだ ガラスの ような朝 また明日 山の雪`.split(/\s+/u),
  korean:
    `오늘 아침에 공원에서 달렸다 날씨가 맑았다 마음이 편안했다 강가를 걸었다 친구를 만났다 천천히 숨을 쉬었다 어젯밤에 잠을 설쳤다 비가 온 뒤
    무릎이 조금 아팠다 집에서 차를 마셨다 혼자서 여름 바람`.split(/\s+/u),
} as const;
type Script = keyof typeof signs;
const scripts = ['chinese', 'japanese', 'korean'] as const satisfies readonly Script[];

/** One entry in this many has a passage in another script. */
const rarityOfSigns = 25;

export interface LongText {
  /** Paragraphs of about `words` words in all. */
  readonly page: (words: number) => readonly string[];
}

/**
 * Pages whose words are as unequally frequent as in any language (Zipf, 1949): some in every entry, most in one or none. The
 * words come from the spelling dictionary, so that beginnings of two letters are as crowded as in real writing.
 */
export function createLongText(random: SeededRandom): LongText {
  const words = vocabulary();
  const nextWord = createZipf(words, random);
  const signed = Object.fromEntries(
    scripts.map((script) => [script, createZipf(signs[script], random)]),
  ) as Record<Script, () => string>;

  const sentence = (length: number): string => {
    const text = Array.from({ length }, () =>
      random.chance(0.008) ? random.pick(accented) : nextWord(),
    ).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const signedSentence = (script: Script): string => {
    const pieces = Array.from({ length: random.between(4, 12) }, signed[script]);
    return script === 'korean' ? `${pieces.join(' ')}.` : `${pieces.join('')}。`;
  };

  return {
    page: (count) => {
      const paragraphs: string[] = [];
      let left = count;
      while (left > 0) {
        const sentences: string[] = [];
        for (let index = random.between(2, 6); index > 0 && left > 0; index -= 1) {
          const length = Math.min(left, random.between(5, 19));
          sentences.push(sentence(length));
          left -= length;
        }
        paragraphs.push(sentences.join(' '));
      }
      if (random.chance(1 / rarityOfSigns)) {
        const script = random.pick(scripts);
        paragraphs.push(Array.from({ length: random.between(2, 5) }, () => signedSentence(script)).join(''));
      }
      return paragraphs;
    },
  };
}

/** The frequent words in their order, then the dictionary's in an order that says nothing. */
function vocabulary(): readonly string[] {
  const dictionary = readFileSync(join('node_modules', 'dictionary-en', 'index.dic'), 'utf8');
  const known = new Set(frequent);
  const rest = [...dictionary.matchAll(/^[a-z]{3,}(?=\/|$)/gmu)]
    .map(([word]) => word)
    .filter((word) => !known.has(word));
  const order = createSeededRandom(1949);
  return [
    ...frequent,
    ...rest
      .map((word) => ({ word, place: order.next() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ word }) => word),
  ];
}

/** The n-th word is 1/(n + 2.7) as likely as the first (Mandelbrot's correction). */
function createZipf(words: readonly string[], random: SeededRandom): () => string {
  let sum = 0;
  const sums = Float64Array.from(words, (_, rank) => (sum += 1 / (rank + 2.7)));
  return () => {
    const sought = random.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < sought) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}
