// SPDX-License-Identifier: Apache-2.0
/** What the report says of an application, in each of its formats. */
package dev.pollen.it.report;
