import type { ReportKind } from '#lib/report-kinds.ts';
import { acquisitionReport } from './acquisition.ts';
import { editorialReview } from './editorial.ts';
import { issueReport } from './issue.ts';
import { managementSummary } from './management.ts';
import { receiptReport } from './receipt.ts';
import { sponsorSummary } from './sponsor.ts';
import type { ReportBody, ReportContext } from './report-context.ts';

/** How each kind of report is made. */
export const bodies: Record<ReportKind, (context: ReportContext) => Promise<ReportBody>> = {
	editorial: editorialReview,
	issue: issueReport,
	acquisition: acquisitionReport,
	sponsor: sponsorSummary,
	receipt: receiptReport,
	management: managementSummary
};
