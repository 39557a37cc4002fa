ALTER TABLE `publication` ADD `drop_opens` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `drop_opens` integer DEFAULT false NOT NULL;