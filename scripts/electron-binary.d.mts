export function findElectron(root: string, env?: NodeJS.ProcessEnv): string | null;
export function fetchElectron(
  root: string,
  options: { memory: string; retry?: boolean; env?: NodeJS.ProcessEnv; announce?: (version: string) => void },
): string | null;
