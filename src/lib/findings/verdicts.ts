import type { Finding } from './overview.ts';

type Clicks = { all: number; human: number };

/** The sentence that the verdicts open with: how much of all clicks was set aside. */
export function verdictFinding({ all, human }: Clicks): Finding {
	if (all === 0) return { key: 'finding.verdicts.none', parameters: {} };
	if (human === all) return { key: 'finding.verdicts.allHuman', parameters: {} };

	const share = Math.round((1 - human / all) * 100);
	if (share < 1) return { key: 'finding.verdicts.few', parameters: {} };
	return { key: 'finding.verdicts.setAside', parameters: { share } };
}
