import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, type SerializedEditorState } from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  createDocument,
  createParagraph,
  createPromptedDocument,
  createTable,
  createText,
} from '../../../src/shared/document/createDocument';
import { unwrapKeptNodes, wrapUnknownNodes } from '../../../src/shared/document/keptNodes';
import { migrateDocument } from '../../../src/shared/document/migrate';
import { documentNodes, envelopeNodes, knownNodeTypes } from '../../../src/shared/document/nodes';
import { $createPromptNode, $isPromptNode } from '../../../src/shared/document/nodes/PromptNode';
import {
  documentToOwnText,
  documentToPlainText,
  isDocumentEmpty,
} from '../../../src/shared/document/plainText';
import {
  documentVersion,
  journalDocumentSchema,
  type DocumentNode,
  type JournalDocument,
} from '../../../src/shared/document/schema';
import { promptIdSchema } from '../../../src/shared/id';
import * as arbitrary from './documents';

const promptId = promptIdSchema.parse('identity-value');

const openEditor = () =>
  createHeadlessEditor({
    nodes: [...documentNodes, ...envelopeNodes],
    onError: (error) => {
      throw error;
    },
  });

function throughEditor(document: JournalDocument): unknown {
  const editor = openEditor();
  const state = editor.parseEditorState(JSON.stringify(document));
  return JSON.parse(JSON.stringify(state.toJSON() satisfies SerializedEditorState));
}

function idAfterReading(id: string): string | null {
  const document = createPromptedDocument(promptId, 'A question?');
  const state = openEditor().parseEditorState(JSON.stringify(document).replace('identity-value', id));
  return state.read(() => {
    const first = $getRoot().getFirstChild();
    return $isPromptNode(first) ? first.getPromptId() : 'not a prompt';
  });
}

describe('the nodes of an entry', () => {
  it('come through the editor exactly as they were stored, without a DOM', () => {
    expect(globalThis).not.toHaveProperty('window');
    fc.assert(
      fc.property(arbitrary.document, (document) => {
        expect(throughEditor(document)).toEqual(JSON.parse(JSON.stringify(document)));
      }),
      { numRuns: 300 },
    );
  });

  it('store a prompt flat, with its question as text', () => {
    const editor = openEditor();
    editor.update(
      () => {
        $getRoot().append($createPromptNode(promptId, 'Which part of you gets to play?'));
      },
      { discrete: true },
    );
    const { root } = editor.getEditorState().toJSON();
    expect(root.children[0]).toMatchObject({
      type: 'prompt',
      promptId: 'identity-value',
      children: [{ type: 'text', text: 'Which part of you gets to play?', mode: 'token' }],
    });
    expect(root.children[0]).not.toHaveProperty('$');
  });

  it('give back the id of a prompt, and none where the id could not be real', () => {
    expect(idAfterReading('identity-value')).toBe('identity-value');
    expect(idAfterReading('../secrets')).toBeNull();
  });
});

/** As a page opens it, and as it is written out again after something was typed at its end. */
function typedInto(document: JournalDocument): JournalDocument {
  const editor = openEditor();
  editor.setEditorState(editor.parseEditorState(JSON.stringify(wrapUnknownNodes(document, knownNodeTypes))));
  editor.update(() => $getRoot().append($createParagraphNode().append($createTextNode('mine'))), {
    discrete: true,
  });
  const written = journalDocumentSchema.parse(JSON.parse(JSON.stringify(editor.getEditorState().toJSON())));
  return unwrapKeptNodes(written);
}

const linesOf = (document: JournalDocument): readonly string[] =>
  documentToPlainText(document)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const unknownIn = (node: DocumentNode): readonly DocumentNode[] =>
  knownNodeTypes.has(node.type) ? (node.children ?? []).flatMap(unknownIn) : [node];

describe('a document of a later version', () => {
  const later = createDocument([
    createParagraph([createText('before')]),
    { type: 'map', version: 3, place: 'orchard', children: [createText('the orchard path')] },
    createParagraph([{ type: 'mention', version: 1, text: 'Mara' }]),
  ]);

  it('can be changed, and keeps what is not known exactly as it is', () => {
    const [before, map, withMention, mine] = typedInto(later).root.children ?? [];
    expect([before, map, withMention]).toEqual(JSON.parse(JSON.stringify(later.root.children)));
    expect(documentToPlainText(createDocument([mine ?? createParagraph()]))).toBe('mine');
  });

  it('keeps every unknown node, wherever it stands', () => {
    const unknown = fc.record({
      type: fc.constantFrom('map', 'mention', 'sketch'),
      version: fc.integer({ min: 1, max: 9 }),
      place: fc.string({ maxLength: 5 }),
      children: fc.array(arbitrary.block, { maxLength: 2 }),
    });
    const mixed = fc.array(
      fc.oneof(
        arbitrary.block,
        unknown,
        fc.tuple(arbitrary.inline, unknown).map(([words, node]) => createParagraph([...words, node])),
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(mixed, (blocks) => {
        const document = createDocument([createParagraph([createText('first')]), ...blocks]);
        const written = typedInto(document);
        expect(unknownIn(written.root)).toEqual(unknownIn(document.root));
        expect(linesOf(written)).toEqual([...linesOf(document), 'mine']);
      }),
      { numRuns: 300 },
    );
  });

  it('is kept whole where a table has a row of a new kind', () => {
    const table = createTable([[[createText('a')]]], 'none');
    const newer = createDocument([
      { ...table, children: [...(table.children ?? []), { type: 'sumrow', version: 1 }] },
    ]);
    expect(typedInto(newer).root.children?.[0]).toEqual(JSON.parse(JSON.stringify(newer.root.children?.[0])));
  });

  it('is the same object where everything is known', () => {
    const known = createPromptedDocument(promptId, 'A question?');
    expect(wrapUnknownNodes(known, knownNodeTypes)).toBe(known);
    expect(unwrapKeptNodes(known)).toBe(known);
  });

  it('is left as it is by the upgrade', () => {
    expect(migrateDocument(later, documentVersion + 1)).toBe(later);
    expect(migrateDocument(later, documentVersion)).toBe(later);
  });
});

describe('an empty entry', () => {
  it('has no text of its own: a prompt alone does not count', () => {
    expect(isDocumentEmpty(createPromptedDocument(promptId, 'A question?'))).toBe(true);
    expect(isDocumentEmpty(createDocument([createParagraph([createText('  \t')])]))).toBe(true);
  });

  it('is not one that holds an image or a divider', () => {
    expect(isDocumentEmpty(createDocument([{ type: 'horizontalrule', version: 1 }]))).toBe(false);
    expect(isDocumentEmpty(createDocument([createParagraph([{ type: 'image', version: 1 }])]))).toBe(false);
  });

  it('leaves prompts out of what the person wrote', () => {
    const document = createDocument([
      ...(createPromptedDocument(promptId, 'A question?').root.children ?? []).slice(0, 1),
      createParagraph([createText('An answer.')]),
    ]);
    expect(documentToOwnText(document)).toBe('An answer.');
    expect(documentToPlainText(document)).toBe('A question?\nAn answer.');
  });
});
