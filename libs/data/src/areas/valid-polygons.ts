/** The SQL of a geometry's polygons, made valid by ST_MakeValid where they are not; perhaps empty. */
export function validPolygons(geometry: string): string {
  return `ST_Multi(CASE WHEN ST_IsValid(${geometry}) THEN ${geometry}
                        ELSE ST_CollectionExtract(ST_MakeValid(${geometry}), 3) END)`;
}
