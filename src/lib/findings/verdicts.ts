import { statement, type Statement } from './statement.ts';

type Events = { all: number; human: number };

/** The sentence that the verdicts open with: how much of all clicks was set aside; without clicks, of all opens. */
export function verdictFinding({ all, human }: Events, opens: Events): Statement {
	if (all === 0) return opensFinding(opens);
	if (human === all) return statement('finding.verdicts.allHuman', {});

	const share = Math.round((1 - human / all) * 100);
	if (share < 1) return statement('finding.verdicts.few', {});
	return statement('finding.verdicts.setAside', { share: { n: share } });
}

function opensFinding({ all, human }: Events): Statement {
	if (all === 0) return statement('finding.verdicts.none', {});
	const share = Math.round((1 - human / all) * 100);
	if (share < 1) return statement('finding.verdicts.fewOpens', {});
	return statement('finding.verdicts.opensAside', { share: { n: share } });
}
