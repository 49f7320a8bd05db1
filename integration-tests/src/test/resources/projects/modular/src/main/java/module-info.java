// SPDX-License-Identifier: Apache-2.0
/** An application on the module path. */
module modular.app {
    requires dev.pollen.runtime;
}
