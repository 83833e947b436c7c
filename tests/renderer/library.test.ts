import { describe, expect, it } from 'vitest';
import { LIBRARY_LIMITS } from '../../src/contract/views/library-limits.ts';
import { readPicked, type PickedFile } from '../../src/renderer/screens/library/read-files.ts';

const file = (path: string, text = 'a: 1', size = text.length): PickedFile => ({
  name: path.split('/').at(-1) ?? '',
  webkitRelativePath: path.includes('/') ? path : '',
  size,
  arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
});

describe('files chosen for the library', () => {
  it('are sent with their folders, data files only, samples left behind', async () => {
    const sent = await readPicked([
      file('bo/questionnaire.yaml', 'id: ơ'),
      file('bo/groups/a.yml'),
      file('bo/samples/one.yaml'),
      file('bo/anh.png'),
    ]);
    expect(sent).toEqual([
      { name: 'bo/questionnaire.yaml', base64: Buffer.from('id: ơ').toString('base64') },
      { name: 'bo/groups/a.yml', base64: 'YTogMQ==' },
    ]);
  });

  it('are sent one by one whatever they are, so that the refusal can name them', async () => {
    expect(await readPicked([file('anh.png')])).toEqual([{ name: 'anh.png', base64: 'YTogMQ==' }]);
  });

  it('are not sent when there are none, too many or too large', async () => {
    expect(await readPicked([file('bo/a.png'), file('bo/b.png')])).toBe('nothing');
    expect(await readPicked([file('a.xlsx', 'x', LIBRARY_LIMITS.bytes + 1)])).toBe('too-big');
    const many = Array.from({ length: LIBRARY_LIMITS.files + 1 }, (_, index) => file(`bo/${index}.yaml`));
    expect(await readPicked(many)).toBe('too-big');
  });
});

describe('the limits', () => {
  it('fit into one message', () => {
    expect((LIBRARY_LIMITS.bytes / 3) * 4 + LIBRARY_LIMITS.files * 340).toBeLessThan(LIBRARY_LIMITS.characters);
  });
});
