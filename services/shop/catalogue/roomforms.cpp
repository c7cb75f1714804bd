// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictureform.h"

namespace services::shop::catalogue {

// Drawings are kept as they are: one line each part, however long.
// clang-format off
std::vector<PictureForm> roomForms()
{
    return {
        {"lamp",
         R"svg(<rect class="d" x="155" y="150" width="10" height="96"/><circle class="g" cx="160" cy="166" r="66"/>)svg",
         "M126 76 H194 L230 160 H90 Z",
         R"svg(<path class="d" d="M116 258 C116 240 204 240 204 258 Z"/><path class="k" d="M190 164 V188" stroke-width="3"/><circle class="a" cx="190" cy="192" r="5"/>)svg"},
        {"pendant shade",
         R"svg(<path class="k" d="M160 0 V92" stroke-width="5"/><circle class="g" cx="160" cy="200" r="74"/>)svg",
         "M144 90 H176 C180 116 246 136 252 204 H68 C74 136 140 116 144 90 Z",
         R"svg(<path class="l" d="M118 206 C120 236 200 236 202 206 Z"/>)svg"},
        {"lantern light",
         R"svg(<path class="s" d="M124 104 C124 46 196 46 196 104" stroke-width="8"/>)svg",
         "M108 122 H212 V236 H108 Z",
         R"svg(<rect class="d" x="98" y="100" width="124" height="24" rx="8"/><rect class="d" x="98" y="234" width="124" height="24" rx="8"/><rect class="g1" x="124" y="132" width="72" height="94" rx="6"/><path class="a" d="M160 154 C180 182 182 210 160 212 C138 210 140 182 160 154 Z"/>)svg"},
        {"candle holder",
         R"svg(<circle class="g" cx="160" cy="84" r="56"/><path class="a" d="M160 52 C176 78 178 98 160 100 C142 98 144 78 160 52 Z"/><path class="k" d="M160 98 V118" stroke-width="4"/>)svg",
         "M134 116 H186 V232 H134 Z",
         R"svg(<path class="d" d="M92 230 H228 C228 250 210 258 188 258 H132 C110 258 92 250 92 230 Z"/><path class="l" d="M134 116 H186 V124 C178 128 176 150 168 150 C160 150 162 126 152 126 C144 126 144 136 134 132 Z"/>)svg"},
        {"notebook sketchbook",
         R"svg(<path class="d" d="M104 74 H220 V258 H104 Z" transform="translate(8 2)"/><path class="l" d="M108 76 H218 V254 H108 Z" transform="translate(5 1)"/>)svg",
         "M96 72 H206 C212 72 216 76 216 82 V246 C216 252 212 256 206 256 H96 Z",
         R"svg(<rect class="d" x="96" y="72" width="20" height="184"/><rect class="l" x="136" y="106" width="60" height="36" rx="3"/><path class="k" d="M146 118 H186 M146 130 H174" stroke-width="3"/><path class="a" d="M186 256 V280 L193 272 L200 280 V256 Z"/>)svg"},
        {"calendar set",
         R"svg()svg",
         "M92 88 H228 C234 88 238 92 238 98 V248 C238 254 234 258 228 258 H92 C86 258 82 254 82 248 V98 C82 92 86 88 92 88 Z",
         R"svg(<rect class="l" x="98" y="134" width="124" height="108" rx="4"/><path class="s" d="M122 72 V102 M198 72 V102" stroke-width="8"/><g class="d"><circle cx="120" cy="158" r="7"/><circle cx="147" cy="158" r="7"/><circle cx="174" cy="158" r="7"/><circle cx="201" cy="158" r="7"/><circle cx="120" cy="188" r="7"/><circle cx="174" cy="188" r="7"/><circle cx="201" cy="188" r="7"/><circle cx="120" cy="218" r="7"/><circle cx="147" cy="218" r="7"/></g><circle class="a" cx="147" cy="188" r="11"/>)svg"},
        {"pen opener",
         R"svg()svg",
         "M206 62 C216 54 238 74 230 86 L136 224 L110 206 Z",
         R"svg(<path class="d" d="M110 206 L136 224 L96 254 Z"/><path class="k" d="M96 254 L118 220" stroke-width="3"/><path class="s" d="M224 94 L190 142" stroke-width="6"/><path class="a" d="M182 98 L208 116 L202 124 L176 107 Z"/><path class="k" d="M70 262 C90 250 100 274 122 260" stroke-width="4"/>)svg"},
        {"case pouch purse",
         R"svg()svg",
         "M78 128 C78 116 86 110 98 110 H222 C234 110 242 116 242 128 V228 C242 248 230 256 214 256 H106 C90 256 78 248 78 228 Z",
         R"svg(<path class="d" d="M78 128 C78 116 86 110 98 110 H222 C234 110 242 116 242 128 V142 H78 Z"/><path class="k" d="M90 126 H230" stroke-width="4" stroke-dasharray="6 5"/><path class="a" d="M214 126 H232 V152 C232 160 214 160 214 152 Z"/>)svg"},
        {"planter pot",
         R"svg(<g class="f"><path d="M160 150 C120 140 96 104 104 66 C142 74 164 108 160 150 Z"/><path d="M160 150 C200 138 222 100 212 60 C176 72 154 108 160 150 Z"/><path d="M160 156 C140 120 142 76 162 46 C184 78 182 122 160 156 Z"/></g>)svg",
         "M100 152 H220 L206 246 C205 254 200 258 192 258 H128 C120 258 115 254 114 246 Z",
         R"svg(<rect class="d" x="92" y="142" width="136" height="24" rx="7"/>)svg"},
        {"house",
         R"svg(<rect class="d" x="154" y="226" width="12" height="54"/>)svg",
         "M102 142 L160 88 L218 142 V234 H102 Z",
         R"svg(<path class="d" d="M160 66 L240 142 L228 154 L160 90 L92 154 L80 142 Z"/><circle class="k1" cx="160" cy="162" r="22"/><rect class="a" x="154" y="196" width="12" height="22" rx="5"/>)svg"},
        {"basket",
         R"svg(<path class="s" d="M104 136 C108 58 212 58 216 136" stroke-width="10"/>)svg",
         "M82 138 H238 L222 244 C221 254 215 258 206 258 H114 C105 258 99 254 98 244 Z",
         R"svg(<path class="k" d="M88 168 H232 M93 196 H227 M97 226 H223 M122 140 L130 256 M160 140 V256 M198 140 L190 256" stroke-width="4"/><rect class="d" x="76" y="128" width="168" height="18" rx="8"/>)svg"},
        {"vase",
         R"svg(<g class="f"><path d="M156 110 C132 90 112 84 100 62 C124 60 148 76 158 108 Z"/><path d="M164 110 C180 84 202 76 220 62 C216 88 192 102 166 112 Z"/></g><path class="s" d="M160 112 V62" stroke-width="4"/><circle class="a" cx="160" cy="50" r="20"/><circle class="l" cx="160" cy="50" r="8"/>)svg",
         "M136 104 H184 C182 132 216 150 216 194 C216 228 200 258 184 258 H136 C120 258 104 228 104 194 C104 150 138 132 136 104 Z",
         R"svg(<ellipse class="d" cx="160" cy="105" rx="25" ry="7"/>)svg"},
        {"bag shopper",
         R"svg(<path class="s" d="M118 134 C118 62 202 62 202 134" stroke-width="10"/>)svg",
         "M84 130 H236 L246 246 C247 254 242 258 234 258 H86 C78 258 73 254 74 246 Z",
         R"svg(<circle class="l" cx="160" cy="196" r="30"/><path class="a" d="M160 178 C174 190 176 206 160 214 C144 206 146 190 160 178 Z"/>)svg"},
        {"rucksack",
         R"svg(<path class="s" d="M136 84 C136 54 184 54 184 84" stroke-width="9"/><path class="d" d="M92 150 H74 C68 150 66 154 66 160 V232 H92 Z M228 150 H246 C252 150 254 154 254 160 V232 H228 Z"/>)svg",
         "M92 144 C92 98 122 80 160 80 C198 80 228 98 228 144 V238 C228 252 220 258 208 258 H112 C100 258 92 252 92 238 Z",
         R"svg(<path class="d" d="M112 176 H208 V228 C208 236 204 240 196 240 H124 C116 240 112 236 112 228 Z"/><path class="k" d="M104 138 C130 152 190 152 216 138" stroke-width="5"/><rect class="a" x="150" y="140" width="20" height="28" rx="5"/>)svg"},
        {"satchel",
         R"svg(<path class="s" d="M92 142 C96 52 224 52 228 142" stroke-width="9"/>)svg",
         "M78 134 H242 V238 C242 252 234 258 222 258 H98 C86 258 78 252 78 238 Z",
         R"svg(<path class="d" d="M78 134 H242 V176 C242 200 200 206 160 206 C120 206 78 200 78 176 Z"/><rect class="a" x="112" y="184" width="16" height="34" rx="5"/><rect class="a" x="192" y="184" width="16" height="34" rx="5"/>)svg"},
        {"blanket throw napkin cloth",
         R"svg()svg",
         "M74 196 C74 186 82 182 90 182 H230 C240 182 246 188 246 198 V240 C246 252 240 258 230 258 H90 C80 258 74 252 74 242 Z",
         R"svg(<path class="d" d="M82 146 C82 136 88 132 96 132 H224 C234 132 240 138 240 148 V172 C240 180 236 184 228 184 H92 C86 184 82 180 82 172 Z"/><path class="l" d="M92 104 C92 94 98 90 106 90 H216 C226 90 232 96 232 106 V122 C232 130 228 134 220 134 H102 C96 134 92 130 92 122 Z"/><path class="k" d="M90 222 H228 M98 160 H222 M108 113 H214" stroke-width="4" stroke-dasharray="10 7"/>)svg"},
    };
}
// clang-format on

} // namespace services::shop::catalogue
