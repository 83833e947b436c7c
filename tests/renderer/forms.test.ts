import { describe, expect, it } from 'vitest';
import { METHODS } from '../../src/contract/methods.ts';
import { formText } from '../../src/renderer/screens/answer/form-text.ts';
import {
  checkProfile,
  emptyProfile,
  LONGEST,
  tidyProfile,
  type ProfileField,
} from '../../src/renderer/screens/organisation/profile-form.ts';

const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const profile = { ...emptyProfile(ID), name: 'UBND xã Tân An', kind: 'commune' };

describe('the text of a form field', () => {
  const data = new FormData();
  data.set('decomposed', '  Đường Hòa\n'.normalize('NFD'));
  data.set('file', new File(['x'], 'x.txt'));

  it('is composed, without blanks around it', () => {
    expect(formText(data, 'decomposed')).toBe('Đường Hòa');
  });

  it('is empty where there is none', () => {
    expect(formText(data, 'missing')).toBe('');
    expect(formText(data, 'file')).toBe('');
  });
});

describe('the profile of an organisation', () => {
  it('is tidied: composed, plain spaces, none around', () => {
    const typed = { ...profile, name: ' Xã\u00a0Tân An '.normalize('NFD'), code: ' 123\t', contact: '\u0007a\r\nb' };
    expect(tidyProfile(typed)).toEqual({ ...profile, name: 'Xã Tân An', code: '123', contact: 'a\nb' });
  });

  it('needs a name and a kind', () => {
    expect(checkProfile(profile)).toEqual({});
    expect(checkProfile(emptyProfile(ID))).toEqual({ name: 'missing', kind: 'missing' });
    expect(checkProfile(tidyProfile({ ...profile, name: ' \u00a0 ' }))).toEqual({ name: 'missing' });
  });

  it.each(Object.entries(LONGEST))(
    'takes a %s of %i characters and no more, as the application does',
    (field, most) => {
      const longest = { ...profile, [field]: 'ệ'.repeat(most) };
      const longer = { ...profile, [field]: 'ệ'.repeat(most + 1) };
      expect(checkProfile(longest)).toEqual({});
      expect(checkProfile(longer)).toEqual({ [field as ProfileField]: 'too-long' });
      expect(METHODS['organisations.save'].input.safeParse(longest).success).toBe(true);
      expect(METHODS['organisations.save'].input.safeParse(longer).success).toBe(false);
    },
  );
});
