// SPDX-License-Identifier: Apache-2.0
/** Maven's goals: the weaver and the report where a build has class files and no javac. */
package dev.pollen.maven;
