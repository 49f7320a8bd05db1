// SPDX-License-Identifier: Apache-2.0
package dev.pollen.simboard.device;

import dev.pollen.simboard.I2cTarget;

/**
 * A display of 128 by 64 pixels, as an SSD1306: eight pages of 128 columns, a byte for 8 pixels one below the other, the
 * upper one in bit 0.
 *
 * <p>The first byte of each transfer says whether commands (0x00) or pixels (0x40) follow. Commands: AE and AF switch it off
 * and on; 20 m sets the addressing mode (0 horizontal, 2 by page); 21 a b and 22 a b set the window of columns and pages;
 * B0 to B7, 00 to 0F and 10 to 1F set page and column; 81, 8D, A8, D3, D5, D9, DA and DB take a byte, which changes nothing
 * here; A6 and A7 show it normal and inverted.
 *
 * <p>Threading: on the executor's thread. Allocation: none, but for the dumps.
 */
public final class MonochromeDisplay implements I2cTarget {
    /** The usual address. */
    public static final int ADDRESS = 0x3C;

    /** Pixels in a row. */
    public static final int WIDTH = 128;

    /** Rows. */
    public static final int HEIGHT = 64;

    private static final int PAGES = HEIGHT / 8;
    private static final int BY_PAGE = 2;

    private final byte[] pixels = new byte[WIDTH * PAGES];
    private boolean on;
    private boolean inverted;
    private int mode = BY_PAGE;
    private int column;
    private int page;
    private int firstColumn;
    private int lastColumn = WIDTH - 1;
    private int firstPage;
    private int lastPage = PAGES - 1;

    private int position;
    private boolean data;
    private int command;
    private int parameters;
    private long frames;

    /** A display that is off and dark. */
    public MonochromeDisplay() {}

    /**
     * Whether it is switched on.
     *
     * @return whether it shows anything
     */
    public boolean isOn() {
        return on;
    }

    /**
     * A pixel of the frame buffer.
     *
     * @param x the column, from 0 on the left
     * @param y the row, from 0 at the top
     * @return whether it is lit
     */
    public boolean pixel(int x, int y) {
        return (pixels[y / 8 * WIDTH + x] >> y % 8 & 1) != 0 != inverted;
    }

    /**
     * How often pixels were written.
     *
     * @return the number of transfers with pixels
     */
    public long updates() {
        return frames;
    }

    /**
     * The picture as text, for transcripts.
     *
     * @return a line for each row that is not dark, and the dark ones between them, {@code #} for a lit pixel; "off" if it is
     *     switched off
     */
    public String text() {
        return text(0, 0, WIDTH, HEIGHT);
    }

    /**
     * A part of the picture as text.
     *
     * @param x its first column
     * @param y its first row
     * @param width how many columns
     * @param height how many rows
     * @return a line for each row up to the last that is not dark; "off" if it is switched off
     */
    public String text(int x, int y, int width, int height) {
        if (!on) {
            return "off\n";
        }
        StringBuilder text = new StringBuilder();
        int lit = 0;
        for (int row = y; row < y + height; row++) {
            StringBuilder line = new StringBuilder();
            for (int at = x; at < x + width; at++) {
                line.append(pixel(at, row) ? '#' : ' ');
            }
            String stripped = line.toString().stripTrailing();
            text.append(stripped).append('\n');
            if (!stripped.isEmpty()) {
                lit = text.length();
            }
        }
        return text.substring(0, lit);
    }

    @Override
    public boolean start(boolean read) {
        position = 0;
        return true;
    }

    @Override
    public boolean write(int value) {
        if (position++ == 0) {
            data = value == 0x40;
            if (data) {
                frames++;
            }
        } else if (data) {
            put(value);
        } else {
            command(value);
        }
        return true;
    }

    @Override
    public int read() {
        return on ? 0 : 0x40;
    }

    @Override
    public void stop() {
        // A command may be continued by the next transfer.
    }

    private void put(int value) {
        pixels[page * WIDTH + column] = (byte) value;
        if (mode == BY_PAGE) {
            column = (column + 1) % WIDTH;
        } else if (column++ == lastColumn) {
            column = firstColumn;
            page = page == lastPage ? firstPage : page + 1;
        }
    }

    private void command(int value) {
        if (parameters > 0) {
            parameter(value);
            return;
        }
        command = value;
        if (value < 0x10) {
            column = column & 0x70 | value;
        } else if (value < 0x20) {
            column = (value & 7) << 4 | column & 0x0F;
        } else if (value >= 0xB0 && value <= 0xB7) {
            page = value & 7;
        } else {
            switch (value) {
                case 0x20, 0x81, 0x8D, 0xA8, 0xD3, 0xD5, 0xD9, 0xDA, 0xDB -> parameters = 1;
                case 0x21, 0x22 -> parameters = 2;
                case 0xA6 -> inverted = false;
                case 0xA7 -> inverted = true;
                case 0xAE -> on = false;
                case 0xAF -> on = true;
                default -> {
                    // How the glass is wired.
                }
            }
        }
    }

    private void parameter(int value) {
        boolean first = parameters-- == 2;
        switch (command) {
            case 0x20 -> mode = value & 3;
            case 0x21 -> {
                if (first) {
                    firstColumn = value % WIDTH;
                    column = firstColumn;
                } else {
                    lastColumn = value % WIDTH;
                }
            }
            case 0x22 -> {
                if (first) {
                    firstPage = value % PAGES;
                    page = firstPage;
                } else {
                    lastPage = value % PAGES;
                }
            }
            default -> {
                // Contrast, clock, voltage.
            }
        }
    }
}
