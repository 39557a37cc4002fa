import { issueFinding, itemStatements } from '#lib/findings/issue.ts';
import { versionsFinding } from '#lib/findings/versions.ts';
import { stated } from '#lib/messages/stated.ts';
import { issueFigures } from '#lib/server/figures/content/issue.ts';
import { doubtfulIssues } from '#lib/server/derive/doubtful-issues.ts';
import { idOfPath } from '../../../../form.ts';
import { answer } from '../../answer.ts';
import { formatsOf } from '../../page-formats.ts';

export async function load(event) {
	const id = idOfPath(event.params.issue);

	const doubtful = await answer(event, doubtfulIssues);
	const figures = await answer(event, (db, publication) => issueFigures(db, publication, id));
	const finding = issueFinding(figures.stands);
	const formats = await formatsOf(event);
	return {
		doubts: doubtful.find((one) => one.id === id)?.doubts ?? [],
		figures,
		finding: finding && stated(finding, formats),
		statements: itemStatements(figures.sections.flatMap(({ items }) => items)).map((one) =>
			stated(one, formats)
		),
		versions: stated(versionsFinding(figures.versions), formats)
	};
}
