// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_schema_sql.h"

namespace roundoff::store {

// Measured numbers have no declared type: in a column of type REAL, SQLite stores those without a fraction as integers,
// which have no negative zero. NULL is NaN, or that there is no value where a column may be empty.
//
// Tables of small rows have no row numbers: they are stored in the order of their keys, so that a run's rows lie
// together and its id is not stored a second time in an index.
const char* const kExperimentSchemaSql = R"sql(
CREATE TABLE roundoff(
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE specification(
  kind TEXT PRIMARY KEY NOT NULL,
  json TEXT NOT NULL,
  time TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE provenance(
  id INTEGER PRIMARY KEY,
  begun TEXT NOT NULL,
  threads INTEGER NOT NULL,
  json TEXT NOT NULL
);

CREATE TABLE plan(
  position INTEGER PRIMARY KEY,
  run TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  group_name TEXT NOT NULL,
  axis_values TEXT NOT NULL
);

CREATE TABLE runs(
  run TEXT PRIMARY KEY NOT NULL,
  specification TEXT NOT NULL,
  dataset TEXT NOT NULL,
  network TEXT NOT NULL,
  optimiser TEXT NOT NULL,
  precision TEXT NOT NULL,
  clipping TEXT NOT NULL,
  fold INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  train_seconds,
  eval_seconds,
  time_kind TEXT NOT NULL,
  weights_sha256 TEXT NOT NULL,
  provenance INTEGER,
  changed TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE epochs(
  run TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  train_loss,
  train_accuracy,
  validation_loss,
  validation_accuracy,
  test_loss,
  test_accuracy,
  train_seconds,
  eval_seconds,
  gradient_norm,
  clipped_fraction,
  loss_scale,
  skipped_steps INTEGER NOT NULL,
  PRIMARY KEY(run, epoch)
) WITHOUT ROWID;

CREATE TABLE steps(
  run TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  loss,
  gradient_norm,
  clipped_fraction,
  loss_scale,
  skipped INTEGER NOT NULL,
  PRIMARY KEY(run, step)
) WITHOUT ROWID;

CREATE TABLE telemetry(
  run TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  sampled INTEGER NOT NULL,
  layer TEXT NOT NULL,
  role TEXT NOT NULL,
  "values" INTEGER NOT NULL,
  zero INTEGER NOT NULL,
  underflowed INTEGER NOT NULL,
  subnormal INTEGER NOT NULL,
  overflowed INTEGER NOT NULL,
  saturated INTEGER NOT NULL,
  non_finite INTEGER NOT NULL,
  nan_replaced INTEGER NOT NULL,
  signal,
  noise,
  PRIMARY KEY(run, step, layer, role)
) WITHOUT ROWID;

CREATE TABLE layers(
  run TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  sampled INTEGER NOT NULL,
  layer TEXT NOT NULL,
  gradient_norm,
  updates INTEGER NOT NULL,
  swallowed INTEGER NOT NULL,
  additions INTEGER NOT NULL,
  stagnated INTEGER NOT NULL,
  accumulator_underflowed INTEGER NOT NULL,
  accumulator_overflowed INTEGER NOT NULL,
  PRIMARY KEY(run, step, layer)
) WITHOUT ROWID;

CREATE TABLE exponents(
  run TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  layer TEXT NOT NULL,
  role TEXT NOT NULL,
  exponent INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY(run, epoch, layer, role, exponent)
) WITHOUT ROWID;

CREATE TABLE first_nonfinite(
  run TEXT PRIMARY KEY NOT NULL,
  epoch INTEGER NOT NULL,
  step INTEGER NOT NULL,
  layer TEXT NOT NULL,
  role TEXT NOT NULL,
  operation TEXT NOT NULL,
  kind TEXT NOT NULL,
  by_rounding INTEGER NOT NULL,
  skipped INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE diagnoses(
  run TEXT NOT NULL,
  position INTEGER NOT NULL,
  trouble TEXT NOT NULL,
  what TEXT NOT NULL,
  advice TEXT NOT NULL,
  PRIMARY KEY(run, position)
) WITHOUT ROWID;

CREATE TABLE deployments(
  run TEXT NOT NULL,
  position INTEGER NOT NULL,
  deployment TEXT NOT NULL,
  rounding TEXT NOT NULL,
  test_loss,
  test_accuracy,
  accuracy_change,
  bits_per_weight,
  bytes INTEGER NOT NULL,
  sqnr_db,
  max_abs_error,
  distinct_values INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY(run, position)
) WITHOUT ROWID;

CREATE TABLE histograms(
  run TEXT NOT NULL,
  layer TEXT NOT NULL,
  deployment TEXT NOT NULL,
  bin INTEGER NOT NULL,
  bin_low,
  bin_high,
  count INTEGER NOT NULL,
  PRIMARY KEY(run, layer, deployment, bin)
) WITHOUT ROWID;

CREATE TABLE weights(
  run TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  position INTEGER NOT NULL,
  tensor TEXT NOT NULL,
  shape TEXT NOT NULL,
  type TEXT NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(run, epoch, position)
);

CREATE TABLE checkpoints(
  run TEXT PRIMARY KEY NOT NULL,
  epoch INTEGER NOT NULL,
  steps INTEGER NOT NULL,
  type TEXT NOT NULL,
  loss_scale,
  finite_steps INTEGER NOT NULL,
  optimiser_steps INTEGER NOT NULL,
  nonfinite_found INTEGER NOT NULL,
  skip_told INTEGER NOT NULL,
  step_stride INTEGER NOT NULL,
  step_open INTEGER NOT NULL,
  telemetry_stride INTEGER NOT NULL,
  telemetry_open INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE checkpoint_tensors(
  run TEXT NOT NULL,
  position INTEGER NOT NULL,
  parameter TEXT NOT NULL,
  part TEXT NOT NULL,
  rows INTEGER NOT NULL,
  cols INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(run, position)
);

CREATE VIEW results AS
SELECT run, plan.label, dataset, network, optimiser, precision, clipping, fold, seed, status,
  (SELECT count(*) FROM epochs WHERE epochs.run = runs.run) AS epochs,
  last.train_loss, last.validation_accuracy, last.test_accuracy,
  runs.train_seconds, runs.eval_seconds, time_kind, weights_sha256, reason, plan.group_name, plan.axis_values
FROM plan JOIN runs USING(run)
LEFT JOIN epochs AS last USING(run)
WHERE last.epoch IS (SELECT max(epoch) FROM epochs WHERE epochs.run = runs.run)
ORDER BY plan.position;

CREATE VIEW learning_curves AS
SELECT run, plan.label, plan.group_name, precision, fold, seed, epochs.epoch, train_loss, train_accuracy,
  validation_loss, validation_accuracy, test_loss, test_accuracy, epochs.train_seconds, epochs.eval_seconds,
  gradient_norm, clipped_fraction, loss_scale, skipped_steps
FROM plan JOIN runs USING(run) JOIN epochs USING(run)
ORDER BY plan.position, epochs.epoch;

CREATE VIEW deployed AS
SELECT run, plan.label, plan.group_name, precision, fold, seed, deployments.deployment, rounding, test_loss,
  test_accuracy, accuracy_change, bits_per_weight, bytes, sqnr_db, max_abs_error, distinct_values
FROM plan JOIN runs USING(run) JOIN deployments USING(run)
ORDER BY plan.position, deployments.position;
)sql";

} // namespace roundoff::store
