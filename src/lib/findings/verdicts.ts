import { statement, type Statement } from './statement.ts';

type Clicks = { all: number; human: number };

/** The sentence that the verdicts open with: how much of all clicks was set aside. */
export function verdictFinding({ all, human }: Clicks): Statement {
	if (all === 0) return statement('finding.verdicts.none', {});
	if (human === all) return statement('finding.verdicts.allHuman', {});

	const share = Math.round((1 - human / all) * 100);
	if (share < 1) return statement('finding.verdicts.few', {});
	return statement('finding.verdicts.setAside', { share: { n: share } });
}
