ALTER TABLE `schedule` DROP COLUMN `last_sent_at`;--> statement-breakpoint
ALTER TABLE `schedule` DROP COLUMN `claimed_until`;