// SPDX-License-Identifier: Apache-2.0
/** Builds as users do them: javac from the command line, Maven, a compiler in memory; with the jars that users get. */
package dev.pollen.it.build;
