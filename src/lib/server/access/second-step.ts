import type { GivenRole } from '#lib/permissions.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit } from '../store/people/audit.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Member } from './may.ts';

/** Of whom a second step may be required; `staff`: administrators and editors, of whichever publication. */
export const stepGroups = ['nobody', 'staff', 'everybody'] as const;
export type StepGroup = (typeof stepGroups)[number];

/** Of whom a second step is required. */
export async function requiredStep(db: Db | Tx): Promise<StepGroup> {
	const kept = await readSetting(db, 'secondStep');
	return stepGroups.find((one) => one === kept) ?? 'nobody';
}

/** @throws {Trouble} badChoice */
export async function requireStep(db: Db, given: string, now: number) {
	const after = stepGroups.find((one) => one === given);
	if (!after) throw new Trouble('badChoice', { given, known: stepGroups.join(', ') });
	await db.transaction(async (tx) => {
		const before = await requiredStep(tx);
		await keepSetting(tx, 'secondStep', after);
		await recordAudit(tx, null, { by: null, now }, 'settings.secondStep', { before, after });
	});
}

const staff: readonly GivenRole[] = ['admin', 'editor'];

/** Whether a second step is required of somebody. */
export async function needsStep(
	db: Db,
	{ role, roles }: Pick<Member, 'role' | 'roles'>
): Promise<boolean> {
	const of = await requiredStep(db);
	if (of !== 'staff') return of === 'everybody';
	return [role, ...Object.values(roles)].some((one) => staff.includes(one));
}
