// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shape.h"

namespace app::shell {

using namespace Qt::StringLiterals;

QString word(Shape shape)
{
    switch (shape) {
    case Shape::Monolith:
        return u"monolith"_s;
    case Shape::Microservices:
        return u"microservices"_s;
    case Shape::Both:
        break;
    }
    return u"both"_s;
}

Shape shapeOfWord(QStringView text)
{
    if (text == u"monolith")
        return Shape::Monolith;
    return text == u"microservices" ? Shape::Microservices : Shape::Both;
}

} // namespace app::shell
