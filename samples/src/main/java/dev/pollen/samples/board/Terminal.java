// SPDX-License-Identifier: Apache-2.0
package dev.pollen.samples.board;

import dev.pollen.log.Log;
import dev.pollen.simboard.ByteListener;

/** The screen of the terminal: shows line by line what the board sends. */
final class Terminal implements ByteListener {
    private final byte[] line = new byte[100];
    private final Text text = new Text();
    private int length;

    @Override
    public void received(byte value, long time) {
        if (value == '\n' || length == line.length) {
            Log.info("terminal: {}", text.show(line, length));
            length = 0;
        }
        if (value != '\n') {
            line[length++] = value;
        }
    }
}
