CREATE TABLE `mailing` (
	`id` integer PRIMARY KEY NOT NULL,
	`schedule_id` integer NOT NULL,
	`due` text NOT NULL,
	`state` text NOT NULL,
	`recipients` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`claimed_until` integer,
	`problem` text,
	`report_id` integer,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedule`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mailing_due` ON `mailing` (`schedule_id`,`due`);--> statement-breakpoint
ALTER TABLE `schedule` ADD `comparison` text DEFAULT 'before' NOT NULL;--> statement-breakpoint
ALTER TABLE `schedule` ADD `locale` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `schedule` ADD `since` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `schedule` ADD `paused` integer DEFAULT false NOT NULL;