// SPDX-License-Identifier: Apache-2.0
package dev.pollen.hal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A pin has one owner. */
final class OwnershipTest {
    private final Peripherals peripherals = new Peripherals("a disco", "PJ13", "USART1");
    private final String here = "thread " + Thread.currentThread().getName();

    @Test
    void aSecondClaimIsRefusedAndNamesTheFirst() {
        Peripheral pin = peripherals.take("PJ13").hold("Output");
        assertTrue(peripherals.isTaken("PJ13"));
        assertFalse(peripherals.isTaken("USART1"));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> peripherals.take("PJ13"));
        assertEquals(
                "PJ13 is taken already, by Output of " + here
                        + ": a pin or peripheral has one owner. Hand its driver on, or close() it first",
                refused.getMessage());
        assertEquals("PJ13 was taken here", refused.getCause().getMessage());
        boolean named = false;
        for (StackTraceElement element : refused.getCause().getStackTrace()) {
            named |= element.getMethodName().equals("aSecondClaimIsRefusedAndNamesTheFirst");
        }
        assertTrue(named, "the cause says where");
        pin.close();
        assertNull(pin.holder());
        assertSame(pin, peripherals.take("PJ13"));
        assertEquals(here, pin.holder());
    }

    @Test
    void aPeripheralHasOneDriver() {
        Peripheral pin = peripherals.take("PJ13").hold("Output");
        assertEquals(
                "PJ13 is taken already, by Output of " + here
                        + " and cannot be Input's, too: a pin or peripheral has one"
                        + " owner. Hand its driver on, or close() it first",
                assertThrows(IllegalStateException.class, () -> pin.hold("Input"))
                        .getMessage());
        pin.close();
        assertEquals(
                "PJ13 was used by Input after it was closed; take it again",
                assertThrows(IllegalStateException.class, () -> pin.hold("Input"))
                        .getMessage());
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertEquals(
                "there is no PX1 on a disco",
                assertThrows(IllegalArgumentException.class, () -> peripherals.take("PX1"))
                        .getMessage());
    }
}
