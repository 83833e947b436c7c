export function findBrowser(): string | null;
export function installHint(): string;
