// SPDX-License-Identifier: Apache-2.0
package box;

import static dev.pollen.Pollen.await;

import box.support.Leaf;
import dev.pollen.Future;
import dev.pollen.annotations.Async;

/** A table of 300 cases of which some await, and a method of many states. */
final class LargeSwitch {
    private LargeSwitch() {}

    @Async
    static Future.OfInt look(int n) {
        int base = await(Leaf.of(1));
        switch (n) {
            case 0, 2, 3, 4, 5, 6, 7, 8, 9:
                return Future.ready(0);
            case 1:
                return Future.ready(base + await(Leaf.of(2)));
            case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19:
                return Future.ready(10);
            case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29:
                return Future.ready(20);
            case 30, 31, 32, 33, 34, 35, 36, 37, 38, 39:
                return Future.ready(30);
            case 40, 41, 42, 43, 44, 45, 46, 47, 48, 49:
                return Future.ready(40);
            case 50, 51, 52, 53, 54, 55, 56, 57, 58, 59:
                return Future.ready(50);
            case 60, 61, 62, 63, 64, 65, 66, 67, 68, 69:
                return Future.ready(60);
            case 70, 71, 72, 73, 74, 75, 76, 77, 78, 79:
                return Future.ready(70);
            case 80, 81, 82, 83, 84, 85, 86, 87, 88, 89:
                return Future.ready(80);
            case 90, 91, 92, 93, 94, 95, 96, 97, 98, 99:
                return Future.ready(90);
            case 100, 101, 102, 103, 104, 105, 106, 107, 108, 109:
                return Future.ready(100);
            case 110, 111, 112, 113, 114, 115, 116, 117, 118, 119:
                return Future.ready(110);
            case 120, 121, 122, 123, 124, 125, 126, 127, 128, 129:
                return Future.ready(120);
            case 130, 131, 132, 133, 134, 135, 136, 137, 138, 139:
                return Future.ready(130);
            case 140, 141, 142, 143, 144, 145, 146, 147, 148, 149:
                return Future.ready(140);
            case 150:
                return Future.ready(base + await(Leaf.of(300)));
            case 160, 161, 162, 163, 164, 165, 166, 167, 168, 169:
                return Future.ready(160);
            case 170, 171, 172, 173, 174, 175, 176, 177, 178, 179:
                return Future.ready(170);
            case 180, 181, 182, 183, 184, 185, 186, 187, 188, 189:
                return Future.ready(180);
            case 190, 191, 192, 193, 194, 195, 196, 197, 198, 199:
                return Future.ready(190);
            case 200, 201, 202, 203, 204, 205, 206, 207, 208, 209:
                return Future.ready(200);
            case 210, 211, 212, 213, 214, 215, 216, 217, 218, 219:
                return Future.ready(210);
            case 220, 221, 222, 223, 224, 225, 226, 227, 228, 229:
                return Future.ready(220);
            case 230, 231, 232, 233, 234, 235, 236, 237, 238, 239:
                return Future.ready(230);
            case 240, 241, 242, 243, 244, 245, 246, 247, 248, 249:
                return Future.ready(240);
            case 250, 251, 252, 253, 254, 255, 256, 257, 258, 259:
                return Future.ready(250);
            case 260, 261, 262, 263, 264, 265, 266, 267, 268, 269:
                return Future.ready(260);
            case 270, 271, 272, 273, 274, 275, 276, 277, 278, 279:
                return Future.ready(270);
            case 280, 281, 282, 283, 284, 285, 286, 287, 288, 289:
                return Future.ready(280);
            case 290, 291, 292, 293, 294, 295, 296, 297, 298:
                return Future.ready(290);
            case 299:
                return Future.ready(base + await(Leaf.of(598)));
            default:
                return Future.ready(-base);
        }
    }

    @Async
    static Future<String> box() {
        int sum = 0;
        for (int n : new int[] {0, 1, 128, 150, 299, 300, -1}) {
            sum = sum * 3 + await(look(n));
        }
        return Future.ready(sum == 23963 ? "OK" : "sum " + sum);
    }
}
