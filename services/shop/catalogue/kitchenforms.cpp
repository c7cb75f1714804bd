// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictureform.h"

namespace services::shop::catalogue {

// Drawings are kept as they are: one line each part, however long.
// clang-format off
std::vector<PictureForm> kitchenForms()
{
    return {
        {"bowl colander bath dish",
         R"svg()svg",
         "M70 150 H250 C250 214 216 246 196 250 H124 C104 246 70 214 70 150 Z",
         R"svg(<ellipse class="d" cx="160" cy="150" rx="90" ry="18"/><ellipse class="l" cx="160" cy="153" rx="78" ry="12"/><rect class="d" x="124" y="248" width="72" height="9" rx="4"/>)svg"},
        {"mug cup",
         R"svg(<path class="s" d="M206 160 C252 150 252 222 202 216" stroke-width="15"/>)svg",
         "M104 128 H212 V222 C212 244 198 256 180 256 H136 C118 256 104 244 104 222 Z",
         R"svg(<ellipse class="d" cx="158" cy="128" rx="54" ry="12"/><ellipse class="l" cx="158" cy="130" rx="45" ry="8"/>)svg"},
        {"tumbler",
         R"svg()svg",
         "M106 104 H214 L202 246 C201 253 197 256 190 256 H130 C123 256 119 253 118 246 Z",
         R"svg(<ellipse class="d" cx="160" cy="104" rx="54" ry="12"/><ellipse class="l" cx="160" cy="106" rx="45" ry="8"/>)svg"},
        {"jug can",
         R"svg(<path class="s" d="M208 134 C262 130 256 214 200 214" stroke-width="14"/>)svg",
         "M116 96 L96 84 L112 118 C94 156 96 226 122 256 H198 C224 226 222 156 206 112 V96 Z",
         R"svg(<path class="d" d="M96 84 L116 96 H206 V106 H118 Z"/>)svg"},
        {"teapot kettle",
         R"svg(<path class="s" d="M222 150 C276 138 272 220 216 214" stroke-width="14"/><path class="d" d="M104 186 C72 180 74 140 52 132 L66 120 C92 134 86 160 116 164 Z"/>)svg",
         "M96 200 C96 148 124 124 160 124 C200 124 228 148 228 200 C228 234 210 256 196 256 H128 C112 256 96 234 96 200 Z",
         R"svg(<path class="d" d="M126 128 C130 106 194 106 198 128 Z"/><circle class="a" cx="162" cy="104" r="10"/>)svg"},
        {"plate",
         R"svg()svg",
         "M160 68 A92 92 0 1 1 159.9 68 Z",
         R"svg(<circle class="l" cx="160" cy="160" r="66"/><circle class="k" cx="160" cy="160" r="54" stroke-width="2"/>)svg"},
        {"stand",
         R"svg(<path class="d" d="M148 150 H172 L180 244 H140 Z"/><ellipse class="d" cx="160" cy="248" rx="50" ry="9"/>)svg",
         "M64 132 H256 C256 150 220 158 160 158 C100 158 64 150 64 132 Z",
         R"svg(<ellipse class="l" cx="160" cy="132" rx="96" ry="14"/><path class="a" d="M112 130 V104 C112 84 208 84 208 104 V130 C196 138 124 138 112 130 Z"/><ellipse class="l" cx="160" cy="102" rx="48" ry="12"/>)svg"},
        {"board",
         R"svg()svg",
         "M96 104 C96 92 104 86 114 86 H206 C216 86 224 92 224 104 V240 C224 252 216 258 206 258 H114 C104 258 96 252 96 240 Z",
         R"svg(<path class="m" d="M146 88 V62 C146 44 174 44 174 62 V88 Z"/><circle class="b" cx="160" cy="64" r="7"/><path class="k" d="M112 122 C140 132 180 112 208 122 M112 166 C144 156 176 176 208 166 M112 212 C142 220 178 202 208 212" stroke-width="3"/>)svg"},
        {"mill",
         R"svg(<rect class="d" x="152" y="66" width="16" height="40" rx="5"/><path class="s" d="M160 70 H214" stroke-width="9"/><circle class="a" cx="216" cy="66" r="12"/>)svg",
         "M122 104 H198 C208 128 186 140 188 164 C190 190 214 214 214 246 C214 254 210 258 202 258 H118 C110 258 106 254 106 246 C106 214 130 190 132 164 C134 140 112 128 122 104 Z",
         R"svg(<rect class="d" x="118" y="160" width="84" height="8" rx="4"/>)svg"},
        {"spoon ladle trowel",
         R"svg()svg",
         "M136 66 C164 44 204 62 206 104 C207 132 190 150 172 156 L142 252 C139 262 122 258 124 247 L150 148 C124 136 112 86 136 66 Z",
         R"svg(<path class="d" d="M146 82 C164 66 192 80 192 106 C192 128 176 142 164 142 C140 130 132 98 146 82 Z"/>)svg"},
        {"bin box organiser tray tin caddy",
         R"svg()svg",
         "M84 132 H236 V246 C236 254 232 258 224 258 H96 C88 258 84 254 84 246 Z",
         R"svg(<path class="d" d="M76 108 H244 V128 C244 134 241 138 234 138 H86 C79 138 76 134 76 128 Z"/><rect class="l" x="134" y="170" width="52" height="26" rx="4"/><path class="k" d="M144 183 H176" stroke-width="3"/>)svg"},
        {"cellar jar",
         R"svg()svg",
         "M104 130 C104 116 112 110 122 110 H198 C208 110 216 116 216 130 V238 C216 252 208 258 196 258 H124 C112 258 104 252 104 238 Z",
         R"svg(<rect class="d" x="112" y="84" width="96" height="28" rx="8"/><circle class="a" cx="160" cy="78" r="10"/><rect class="l" x="130" y="162" width="60" height="44" rx="6"/><path class="k" d="M142 178 H178 M142 190 H166" stroke-width="3"/>)svg"},
        {"apron",
         R"svg(<path class="s" d="M122 98 C126 50 194 50 198 98" stroke-width="9"/><path class="s" d="M92 160 L60 176 M228 160 L260 176" stroke-width="8"/>)svg",
         "M120 94 H200 C202 128 214 146 232 152 L240 258 H80 L88 152 C106 146 118 128 120 94 Z",
         R"svg(<path class="d" d="M122 186 H198 V218 C198 230 190 236 180 236 H140 C130 236 122 230 122 218 Z"/><path class="k" d="M160 188 V234" stroke-width="3"/>)svg"},
        {"casserole pan",
         R"svg(<path class="s" d="M78 168 C48 164 48 196 80 194 M242 168 C272 164 272 196 240 194" stroke-width="12"/>)svg",
         "M78 146 H242 V222 C242 246 228 258 206 258 H114 C92 258 78 246 78 222 Z",
         R"svg(<path class="d" d="M70 146 C74 108 246 108 250 146 Z"/><circle class="a" cx="160" cy="106" r="13"/>)svg"},
        {"carafe bottle flask",
         R"svg(<rect class="a" x="142" y="52" width="36" height="24" rx="7"/>)svg",
         "M144 74 H176 V110 C178 132 210 148 210 184 V236 C210 250 202 258 190 258 H130 C118 258 110 250 110 236 V184 C110 148 142 132 144 110 Z",
         R"svg(<path class="l" d="M124 184 C124 168 134 160 140 152 V240 C130 240 124 238 124 230 Z"/>)svg"},
        {"press",
         R"svg(<path class="s" d="M212 134 H240 V226 H212" stroke-width="11"/><rect class="d" x="156" y="62" width="8" height="54"/><circle class="a" cx="160" cy="60" r="12"/>)svg",
         "M108 116 H212 V246 C212 254 208 258 200 258 H120 C112 258 108 254 108 246 Z",
         R"svg(<rect class="d" x="102" y="104" width="116" height="18" rx="8"/><rect class="l" x="120" y="136" width="80" height="50" rx="4"/>)svg"},
    };
}
// clang-format on

} // namespace services::shop::catalogue
