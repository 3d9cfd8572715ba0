import type { OfferedKind } from '../../../../shared/domain/movementKind';

/**
 * What Daylio calls its five moods unless the person does, the best first: as they are in English, and as far as they are known in other languages.
 */
const moods: readonly (readonly string[])[] = [
  [
    'rad',
    'großartig',
    'super',
    'genial',
    'fantastico',
    'incrível',
    'ótimo',
    'geweldig',
    'świetnie',
    'супер',
    'отлично',
    'toppen',
    'harika',
    '最高',
  ],
  [
    'good',
    'gut',
    'bien',
    'buono',
    'bene',
    'bem',
    'bom',
    'goed',
    'dobrze',
    'хорошо',
    'bra',
    'iyi',
    'dobře',
    '良い',
  ],
  [
    'meh',
    'naja',
    'okay',
    'bof',
    'regular',
    'così così',
    'mais ou menos',
    'matig',
    'tak sobie',
    'так себе',
    'sådär',
    'eh işte',
    '普通',
  ],
  [
    'bad',
    'schlecht',
    'mauvais',
    'mal',
    'male',
    'ruim',
    'slecht',
    'źle',
    'плохо',
    'dålig',
    'kötü',
    'špatně',
    '悪い',
  ],
  [
    'awful',
    'furchtbar',
    'horrible',
    'affreux',
    'terribile',
    'pessimo',
    'horrível',
    'péssimo',
    'vreselijk',
    'okropnie',
    'ужасно',
    'hemsk',
    'berbat',
    '最悪',
  ],
];

const plain = (word: string): string => word.normalize('NFC').trim().toLowerCase();

/** 5 for the best to 1; null for a name of the person's own. `isEnglish`: beyond doubt. */
export function moodToFace(word: string): { readonly face: number; readonly isEnglish: boolean } | null {
  const place = moods.findIndex((words) => words.includes(plain(word)));
  return place === -1 ? null : { face: 5 - place, isEnglish: moods[place]?.[0] === plain(word) };
}

/** Words for feelings as Daylio offers them, with ours where it is the same one. All others stay the person's. */
const feelings: Readonly<Record<string, string>> = {
  happy: 'happy',
  excited: 'excited',
  grateful: 'grateful',
  relaxed: 'relaxed',
  content: 'content',
  tired: 'tired',
  unsure: 'unsure',
  bored: 'bored',
  stressed: 'stressed',
  sad: 'sad',
  desperate: 'desperate',
  lonely: 'lonely',
  anxious: 'anxiety',
  angry: 'anger',
  calm: 'calm',
  proud: 'pride',
  hopeful: 'hope',
  relieved: 'relief',
  ashamed: 'shame',
  numb: 'numbness',
  joyful: 'joy',
  playful: 'playfulness',
};

export const activityToFeeling = (activity: string): string | null => feelings[plain(activity)] ?? null;

/** Names of a group of activities that are feelings. */
export const isFeelingGroup = (group: string): boolean =>
  /^(?:emotions?|feelings?|gefühle|émotions?|emociones|emozioni|emoções|emoties|эмоции)$/iu.test(
    group.trim(),
  );

/** Activities that are clearly a movement, and nothing else: a whole name, never a part of one. */
const movements: readonly (readonly [RegExp, OfferedKind])[] = [
  [
    /^(?:a |dog )?walk(?:ing|s)?$|^walking the dog$|^spazier(?:en|gang)$|^marche$|^caminar$|^wandelen$/,
    'walk',
  ],
  [/^hik(?:e|ing)$|^wandern$|^wanderung$|^randonnée$|^senderismo$/, 'hike'],
  [/^jog(?:ging)?$|^joggen$/, 'jog'],
  [/^run(?:ning)?$|^laufen$|^course à pied$|^correr$|^hardlopen$/, 'run'],
  [/^danc(?:e|ing)$|^tanzen$|^danse$|^bailar$|^dansen$/, 'dance'],
  [/^yoga$/, 'yoga'],
  [/^pilates$|^barre$/, 'barre'],
  [/^spinning$|^spin class$/, 'spin'],
  [/^swim(?:ming)?$|^schwimmen$|^natation$|^nadar$|^zwemmen$/, 'swim'],
  [/^(?:bik(?:e|ing)|bike ride|cycling)$|^rad ?fahren$|^vélo$|^fietsen$/, 'ride'],
  [/^(?:weights|weight ?lifting|strength(?: training)?)$|^krafttraining$|^musculation$/, 'strength'],
  [/^stretch(?:ing)?$|^dehnen$/, 'stretch'],
  [/^physio(?:therapy)?$|^physical therapy$/, 'physio'],
  [/^(?:gym|workout|exercise|exercising|training|sports?)$|^fitness$|^deporte$/, 'other'],
];

/** Null for everything that might be something else. Pictures people put into names are no part of them. */
export function activityToKind(activity: string): OfferedKind | null {
  const word = plain(activity.replaceAll(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, ''));
  return movements.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
