// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictureform.h"

namespace services::shop::catalogue {

// Drawings are kept as they are: one line each part, however long.
// clang-format off
std::vector<PictureForm> leisureForms()
{
    return {
        {"cushion pillow",
         R"svg()svg",
         "M88 88 C130 100 190 100 232 88 C244 100 236 116 234 160 C236 210 244 228 232 244 C190 234 130 234 88 244 C76 228 84 210 86 160 C84 116 76 100 88 88 Z",
         R"svg(<circle class="d" cx="160" cy="164" r="9"/><path class="k" d="M100 102 C140 110 180 110 220 102 M100 230 C140 222 180 222 220 230" stroke-width="3" stroke-dasharray="5 5"/>)svg"},
        {"towel washcloth runner",
         R"svg(<rect class="d" x="62" y="72" width="196" height="12" rx="6"/><circle class="a" cx="62" cy="78" r="11"/><circle class="a" cx="258" cy="78" r="11"/>)svg",
         "M96 76 H224 V250 H96 Z",
         R"svg(<rect class="d" x="96" y="206" width="128" height="16"/><rect class="l" x="96" y="228" width="128" height="6"/><path class="k" d="M104 252 V264 M120 252 V264 M136 252 V264 M152 252 V264 M168 252 V264 M184 252 V264 M200 252 V264 M216 252 V264" stroke-width="4"/>)svg"},
        {"rug",
         R"svg()svg",
         "M92 110 L248 110 L226 246 L70 246 Z",
         R"svg(<path class="k1" d="M106 128 L226 128 L210 228 L90 228 Z" fill-opacity=".18"/><path class="a" d="M160 142 L196 178 L156 214 L122 178 Z"/><path class="k" d="M84 112 L92 110 M80 136 L88 134 M76 160 L84 158 M72 184 L80 182 M68 208 L76 206 M64 234 L72 230 M250 118 L240 116 M246 144 L236 142 M242 170 L232 168 M238 196 L228 194 M234 222 L226 220" stroke-width="4"/>)svg"},
        {"blocks",
         R"svg(<path class="a" d="M124 96 L160 46 L196 96 Z"/>)svg",
         "M84 180 H156 V258 H84 Z M164 180 H236 V258 H164 Z",
         R"svg(<rect class="d" x="124" y="98" width="72" height="78" rx="5"/><circle class="l" cx="160" cy="137" r="19"/><path class="l" d="M104 238 L120 200 L136 238 Z"/><rect class="l" x="184" y="202" width="32" height="34" rx="3"/>)svg"},
        {"top",
         R"svg(<rect class="d" x="153" y="60" width="14" height="62" rx="6"/>)svg",
         "M74 150 C74 118 118 112 160 112 C202 112 246 118 246 150 C246 188 190 222 166 252 C162 258 158 258 154 252 C130 222 74 188 74 150 Z",
         R"svg(<path class="a" d="M76 158 C110 176 210 176 244 158 C240 172 228 184 216 194 C186 202 134 202 104 194 C92 184 80 172 76 158 Z"/><circle class="d" cx="160" cy="58" r="11"/>)svg"},
        {"boat",
         R"svg(<rect class="d" x="153" y="52" width="10" height="150"/><path class="l" d="M168 62 L238 178 H168 Z"/><path class="a" d="M148 86 L92 178 H148 Z"/>)svg",
         "M62 198 H258 C250 236 226 252 202 254 H112 C90 252 70 236 62 198 Z",
         R"svg(<path class="d" d="M62 198 H258 L255 212 H66 Z"/><path class="k" d="M40 266 C58 254 70 278 90 266 C108 254 120 278 140 266 C158 254 170 278 190 266 C208 254 220 278 240 266 C256 256 268 274 280 266" stroke-width="5"/>)svg"},
        {"tower",
         R"svg(<rect class="d" x="153" y="44" width="14" height="60" rx="6"/>)svg",
         "M82 226 H238 C250 226 250 258 238 258 H82 C70 258 70 226 82 226 Z M106 158 H214 C226 158 226 190 214 190 H106 C94 190 94 158 106 158 Z",
         R"svg(<rect class="d" x="84" y="192" width="152" height="32" rx="16"/><rect class="a" x="108" y="124" width="104" height="32" rx="16"/><rect class="l" x="122" y="92" width="76" height="30" rx="15"/><circle class="d" cx="160" cy="76" r="16"/>)svg"},
        {"duck",
         R"svg(<circle class="m" cx="196" cy="108" r="40"/><path class="a" d="M230 104 C258 100 262 116 260 122 C248 130 236 128 228 124 Z"/>)svg",
         "M66 166 C86 176 110 168 130 152 C160 130 232 140 238 190 C240 222 214 238 184 238 H124 C88 238 62 206 66 166 Z",
         R"svg(<path class="d" d="M122 184 C146 166 190 174 194 198 C178 220 134 216 122 184 Z"/><circle class="k1" cx="206" cy="98" r="6"/><circle class="d" cx="122" cy="246" r="16"/><circle class="d" cx="196" cy="246" r="16"/><circle class="l" cx="122" cy="246" r="6"/><circle class="l" cx="196" cy="246" r="6"/>)svg"},
        {"kite",
         R"svg(<path class="k" d="M166 216 C140 240 190 254 166 280 C152 296 140 300 128 304" stroke-width="4"/>)svg",
         "M160 44 L240 122 L166 220 L90 122 Z",
         R"svg(<path class="d" d="M160 44 L166 220 L90 122 Z" fill-opacity=".35"/><path class="k" d="M160 44 L166 220 M90 122 H240" stroke-width="4"/><path class="a" d="M150 240 L172 246 L154 256 Z M168 268 L188 272 L172 284 Z"/>)svg"},
        {"train car",
         R"svg(<rect class="d" x="86" y="86" width="74" height="90" rx="6"/><rect class="l" x="100" y="102" width="46" height="40" rx="4"/><rect class="d" x="196" y="104" width="26" height="56" rx="6"/>)svg",
         "M78 156 H232 C246 156 252 166 252 178 V232 H78 Z",
         R"svg(<path class="d" d="M252 206 L274 236 H246 Z"/><g class="a"><circle cx="112" cy="236" r="24"/><circle cx="172" cy="236" r="24"/><circle cx="228" cy="240" r="19"/></g><g class="l"><circle cx="112" cy="236" r="8"/><circle cx="172" cy="236" r="8"/><circle cx="228" cy="240" r="7"/></g>)svg"},
        {"tent",
         R"svg(<path class="k" d="M160 60 V36" stroke-width="4"/><path class="a" d="M160 36 L188 46 L160 56 Z"/>)svg",
         "M160 60 C176 120 216 196 252 258 H68 C104 196 144 120 160 60 Z",
         R"svg(<path class="d" d="M160 108 C168 164 186 218 200 258 H120 C134 218 152 164 160 108 Z"/><path class="l" d="M160 118 C150 170 138 214 126 258 H120 C134 218 152 164 160 108 Z"/>)svg"},
        {"frame mirror",
         R"svg()svg",
         "M88 66 H232 V256 H88 Z",
         R"svg(<rect class="l" x="106" y="84" width="108" height="154"/><circle class="a" cx="182" cy="126" r="16"/><path class="d" d="M106 204 L142 154 L170 190 L188 170 L214 206 V238 H106 Z"/>)svg"},
        {"clock",
         R"svg(<path class="s" d="M126 238 L112 258 M194 238 L208 258" stroke-width="10"/>)svg",
         "M160 72 A90 90 0 1 1 159.9 72 Z",
         R"svg(<circle class="l" cx="160" cy="162" r="72"/><path class="k" d="M160 98 V110 M160 214 V226 M96 162 H108 M212 162 H224" stroke-width="6"/><path class="k" d="M160 162 V118 M160 162 L192 180" stroke-width="7"/><circle class="a" cx="160" cy="162" r="8"/>)svg"},
        {"shelf rack",
         R"svg(<rect class="a" x="92" y="102" width="22" height="66"/><rect class="d" x="116" y="92" width="18" height="76"/><rect class="l" x="138" y="110" width="26" height="58"/><circle class="a" cx="208" cy="146" r="22"/><g class="f"><path d="M208 128 C190 112 192 92 200 78 C218 90 222 112 208 128 Z"/></g>)svg",
         "M64 168 H256 V190 H64 Z",
         R"svg(<path class="d" d="M84 190 H104 L84 226 Z M236 190 H216 L236 226 Z"/><path class="k" d="M124 190 V214 M160 190 V214 M196 190 V214" stroke-width="6"/>)svg"},
        {"stool",
         R"svg(<path class="s" d="M112 142 L92 254 M208 142 L228 254" stroke-width="13"/><path class="s" d="M104 206 H216" stroke-width="9"/>)svg",
         "M82 116 C82 104 106 100 160 100 C214 100 238 104 238 116 V130 C238 142 214 146 160 146 C106 146 82 142 82 130 Z",
         R"svg(<ellipse class="l" cx="160" cy="114" rx="72" ry="10"/>)svg"},
        {"soap",
         R"svg(<g class="l"><circle cx="218" cy="104" r="20"/><circle cx="188" cy="82" r="11"/><circle cx="236" cy="68" r="8"/></g>)svg",
         "M74 178 C74 150 92 140 116 140 H204 C228 140 246 150 246 178 V214 C246 240 228 250 204 250 H116 C92 250 74 240 74 214 Z",
         R"svg(<path class="d" d="M110 176 C110 166 118 162 128 162 H192 C202 162 210 166 210 176 V188 C210 198 202 202 192 202 H128 C118 202 110 198 110 188 Z" fill-opacity=".5"/><path class="k" d="M130 182 H190" stroke-width="4"/>)svg"},
        {"",
         R"svg()svg",
         "M80 116 H240 V258 H80 Z",
         R"svg(<rect class="d" x="146" y="116" width="28" height="142"/><path class="d" d="M72 98 H248 V128 H72 Z"/><path class="a" d="M160 98 C120 98 108 60 132 56 C150 54 158 80 160 98 C162 80 170 54 188 56 C212 60 200 98 160 98 Z"/>)svg"},
    };
}
// clang-format on

} // namespace services::shop::catalogue
