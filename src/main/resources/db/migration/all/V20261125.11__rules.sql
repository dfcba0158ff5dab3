-- Whether the activation took the one before it back: that one is not returned to.
ALTER TABLE rule_activation ADD COLUMN took_back BOOLEAN DEFAULT FALSE NOT NULL;

-- Decisions since an activation, or by the share of a trial: ids of both are of one sequence.
ALTER TABLE rule_tally RENAME COLUMN activation_id TO watched_id;
