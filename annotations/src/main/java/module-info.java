// SPDX-License-Identifier: Apache-2.0
/** The marks that async code carries. They are kept in class files, so that separately compiled callers can be woven. */
module dev.pollen.annotations {
    exports dev.pollen.annotations;
}
