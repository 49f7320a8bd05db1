// SPDX-License-Identifier: Apache-2.0
package dev.pollen.sync;

import dev.pollen.Context;
import dev.pollen.platform.CriticalSection;

/** Any thread may, one at a time. */
final class SharedAccess extends Access {
    private final CriticalSection section = new CriticalSection();

    SharedAccess(String type) {
        super(type);
    }

    @Override
    void enter() {
        section.enter();
    }

    @Override
    void enter(Context cx) {
        section.enter();
    }

    @Override
    void exit() {
        section.exit();
    }
}
