// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svg.h"

#include <QXmlStreamWriter>

namespace app::style {

using namespace Qt::StringLiterals;

QString svgNumber(double value)
{
    return QString::number(value, 'f', 1);
}

void beginSvg(QXmlStreamWriter &xml, const QSizeF &size)
{
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"svg"_s);
    xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    xml.writeAttribute(u"viewBox"_s, u"0 0 %1 %2"_s.arg(svgNumber(size.width()), svgNumber(size.height())));
    xml.writeAttribute(u"font-family"_s, u"Inter, sans-serif"_s);
}

void endSvg(QXmlStreamWriter &xml)
{
    xml.writeEndElement();
    xml.writeEndDocument();
}

} // namespace app::style
