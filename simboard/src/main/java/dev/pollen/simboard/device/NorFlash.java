// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import dev.pollen.simboard.SimTime;
import dev.pollen.simboard.SpiTarget;
import java.util.Arrays;

/**
 * A serial NOR flash chip, as a W25Q: JEDEC id, read, page program, sector erase, status.
 *
 * <table>
 *   <caption>Commands</caption>
 *   <tr><th>first byte</th><th>what follows</th><th>what it does</th></tr>
 *   <tr><td>9F</td><td>3 bytes read</td><td>the JEDEC id</td></tr>
 *   <tr><td>05</td><td>bytes read</td><td>the status: bit 0 busy, bit 1 write enabled</td></tr>
 *   <tr><td>03</td><td>3 bytes of address, bytes read</td><td>reads on, over the end from 0</td></tr>
 *   <tr><td>06, 04</td><td></td><td>enables writing, for one command; disables it</td></tr>
 *   <tr><td>02</td><td>3 bytes of address, up to 256 written</td><td>clears bits of one page; beyond its end it goes on at its
 *       beginning</td></tr>
 *   <tr><td>20, C7</td><td>3 bytes of address; nothing</td><td>sets all bits of 4 KiB; of the chip</td></tr>
 * </table>
 *
 * <p>Program and erase begin when the chip is deselected, and take their time; meanwhile the chip answers the status and
 * nothing else. Without write enable they do nothing.
 *
 * <p>Threading: on the executor's thread. Allocation: none after it is made.
 */
public final class NorFlash implements SpiTarget {
    /** Bytes that can be programmed at once. */
    public static final int PAGE = 256;

    /** Bytes that can be erased at once. */
    public static final int SECTOR = 4096;

    private static final long PROGRAM_NANOS = 700_000;
    private static final long ERASE_NANOS = 45_000_000;
    private static final long ERASE_CHIP_NANOS = 5_000_000_000L;

    private static final int RELEASED = 0xFF;
    private static final int BUSY = 1;
    private static final int WRITE_ENABLED = 2;

    private final SimTime time;
    private final int id;
    private final byte[] cells;
    private final byte[] page = new byte[PAGE];

    private int command;
    private int position;
    private int address;
    private int programmed;
    private boolean writeEnabled;
    private boolean ignored;
    private long busyUntil;
    private long erases;

    /**
     * An erased chip.
     *
     * @param time the board's time
     * @param id its JEDEC id, three bytes: 0xEF4018 for a W25Q128
     * @param size its bytes, a power of two
     */
    public NorFlash(SimTime time, int id, int size) {
        if (Integer.bitCount(size) != 1 || size < SECTOR) {
            throw new IllegalArgumentException(
                    "the size of a flash chip is a power of two from 4096 on, and is " + size);
        }
        this.time = time;
        this.id = id;
        cells = new byte[size];
        Arrays.fill(cells, (byte) RELEASED);
    }

    /**
     * What is in the chip.
     *
     * @param at the address
     * @return the byte there
     */
    public byte cell(int at) {
        return cells[at];
    }

    /**
     * How often it was erased, in parts or as a whole.
     *
     * @return the number of erases
     */
    public long erases() {
        return erases;
    }

    /**
     * Whether it programs or erases.
     *
     * @return the busy bit
     */
    public boolean isBusy() {
        return time.now() < busyUntil;
    }

    @Override
    public void select() {
        position = 0;
        address = 0;
        programmed = 0;
    }

    @Override
    public int exchange(int sent) {
        int at = position++;
        if (at == 0) {
            command = sent;
            ignored = isBusy() && command != 0x05;
            return RELEASED;
        }
        if (ignored) {
            return RELEASED;
        }
        return switch (command) {
            case 0x9F -> at <= 3 ? id >> 8 * (3 - at) & 0xFF : RELEASED;
            case 0x05 -> (isBusy() ? BUSY : 0) | (writeEnabled ? WRITE_ENABLED : 0);
            case 0x03 -> at <= 3 ? addressed(sent) : cells[address++ & cells.length - 1] & 0xFF;
            case 0x02 -> at <= 3 ? addressed(sent) : latched(sent);
            case 0x20 -> at <= 3 ? addressed(sent) : RELEASED;
            default -> RELEASED;
        };
    }

    private int addressed(int sent) {
        address = address << 8 | sent;
        return RELEASED;
    }

    private int latched(int sent) {
        page[programmed++ % PAGE] = (byte) sent;
        return RELEASED;
    }

    @Override
    public void deselect() {
        if (ignored || position == 0) {
            return;
        }
        switch (command) {
            case 0x06 -> writeEnabled = true;
            case 0x04 -> writeEnabled = false;
            case 0x02 -> program();
            case 0x20 -> erase();
            case 0xC7 -> eraseChip();
            default -> {
                // Reading changes nothing.
            }
        }
    }

    private void program() {
        if (!writeEnabled || programmed == 0) {
            return;
        }
        int base = address & cells.length - 1 & -PAGE;
        int count = Math.min(programmed, PAGE);
        // More than a page: the last 256 bytes count.
        for (int i = programmed - count; i < programmed; i++) {
            cells[base + (address + i) % PAGE] &= page[i % PAGE];
        }
        busy(PROGRAM_NANOS);
    }

    private void erase() {
        if (writeEnabled && position > 3) {
            int base = address & cells.length - 1 & -SECTOR;
            Arrays.fill(cells, base, base + SECTOR, (byte) RELEASED);
            erases++;
            busy(ERASE_NANOS);
        }
    }

    private void eraseChip() {
        if (writeEnabled) {
            Arrays.fill(cells, (byte) RELEASED);
            erases++;
            busy(ERASE_CHIP_NANOS);
        }
    }

    private void busy(long nanos) {
        writeEnabled = false;
        busyUntil = time.now() + nanos;
    }
}
