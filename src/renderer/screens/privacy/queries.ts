/** Key of everything about people. */
export const PRIVACY = 'privacy';
