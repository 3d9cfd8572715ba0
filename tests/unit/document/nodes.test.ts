import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { $getRoot, type SerializedEditorState } from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  createDocument,
  createParagraph,
  createPromptedDocument,
  createText,
} from '../../../src/shared/document/createDocument';
import { hasOnlyKnownNodes, migrateDocument, toKnownNodes } from '../../../src/shared/document/migrate';
import { documentNodes, knownNodeTypes } from '../../../src/shared/document/nodes';
import { $createPromptNode, $isPromptNode } from '../../../src/shared/document/nodes/PromptNode';
import {
  documentToOwnText,
  documentToPlainText,
  isDocumentEmpty,
} from '../../../src/shared/document/plainText';
import { documentVersion, type JournalDocument } from '../../../src/shared/document/schema';
import { promptIdSchema } from '../../../src/shared/id';
import * as arbitrary from './documents';

const promptId = promptIdSchema.parse('identity-value');

const openEditor = () =>
  createHeadlessEditor({
    nodes: documentNodes,
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

describe('a document of a later version', () => {
  const later = createDocument([
    createParagraph([createText('before')]),
    { type: 'map', version: 3, place: 'orchard', children: [createText('the orchard path')] },
    createParagraph([{ type: 'mention', version: 1, text: 'Mara' }]),
  ]);

  it('is recognised', () => {
    expect(hasOnlyKnownNodes(later, knownNodeTypes)).toBe(false);
    expect(hasOnlyKnownNodes(createPromptedDocument(promptId, 'A question?'), knownNodeTypes)).toBe(true);
  });

  it('is shown with all of its text', () => {
    const shown = toKnownNodes(later, knownNodeTypes);
    expect(hasOnlyKnownNodes(shown, knownNodeTypes)).toBe(true);
    expect(documentToPlainText(shown)).toBe('before\nthe orchard path\nMara');
    expect(() => throughEditor(shown)).not.toThrow();
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
