// SPDX-License-Identifier: Apache-2.0
/** The board that the samples run on: its LED is a line on the terminal, its UART and its button are standard input. */
package dev.pollen.samples.board;
