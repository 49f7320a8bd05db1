// SPDX-License-Identifier: Apache-2.0
/**
 * What the contract costs at least: state machines written by hand, as those of the limit, on an executor that does all
 * that Pollen's must do and nothing else. None of Pollen's classes is used.
 */
package dev.pollen.benchmarks.floor;
