import { DAY } from '#lib/duration.ts';

/** The newsletter rests at Christmas, New Year and in the middle of August. */
const rests = ['2025-12-25', '2026-01-01', '2026-08-06', '2026-08-13'];

/** Export day: every issue is older than three days. */
export const exportedAt = utcOfParis(Date.UTC(2026, 10, 23, 9, 0));

/** Thursdays at 7:05 in Paris from 4 September 2025 to 19 November 2026, in UTC milliseconds. */
export function sendingTimes(): number[] {
	const times: number[] = [];
	for (let local = Date.UTC(2025, 8, 4, 7, 5); local < Date.UTC(2026, 10, 20); local += 7 * DAY) {
		if (!rests.includes(new Date(local).toISOString().slice(0, 10))) times.push(utcOfParis(local));
	}
	return times;
}

/** `2025-09-04 07:05:00` as clocks in Paris show it. */
export function parisTime(at: number): string {
	return new Date(at + parisOffset(at)).toISOString().slice(0, 19).replace('T', ' ');
}

/** Clock time written as if it were UTC, to UTC. */
function utcOfParis(local: number): number {
	const winter = local - 3_600_000;
	return local - parisOffset(winter);
}

/** Two hours from the last Sunday of March, 1:00 UTC, to that of October, else one. */
export function parisOffset(at: number): number {
	const year = new Date(at).getUTCFullYear();
	const summer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
	return summer ? 7_200_000 : 3_600_000;
}

function lastSunday(year: number, month: number): number {
	const last = new Date(Date.UTC(year, month + 1, 0, 1));
	return last.getTime() - last.getUTCDay() * DAY;
}

const months =
	'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** `jeudi 4 septembre 2025`, for an issue's date line (they all leave on a Thursday). */
export function longDate(at: number): string {
	const date = new Date(at + parisOffset(at));
	const day = date.getUTCDate();
	return `jeudi ${day === 1 ? '1er' : day} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
